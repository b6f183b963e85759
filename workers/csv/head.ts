import { foreignText, kindOfBytes } from '../../core/table/bytes.ts'
import { sniffDialect, type TitleLine } from '../../core/table/dialect.ts'
import type { DialectChoice } from '../../contract/schemas.ts'
import type { Dialect } from '../../contract/views.ts'
import { codeUnits, unitOf } from './encoding.ts'
import { endMarks } from './end-marks.ts'
import { countLineEnds } from './line-ends.ts'
import { refusals } from './refusals.ts'
import type { Source } from './source.ts'

/** What the first bytes of a file settle. */
export interface Head {
  dialect: Dialect
  unit: 1 | 2
  /** Place of the byte behind the byte order mark and the lines that are skipped. */
  tableStart: number
  /** The 1-based line that begins there. */
  tableLine: number
  /** Lines that are skipped because they look like titles, undecoded. */
  titles: TitleLine[]
  /** Where nobody said it: the records are just as well one number each as several. */
  ambiguousDelimiter: boolean
  /** `dialect.encoding` is UTF-8 only if all bytes turn out to be valid. */
  encodingOpen: boolean
}

const HEAD_BYTES = 1 << 18
/** Lines that are to be skipped may not take more. */
const MOST_BYTES = 1 << 26
/** Lines below those, which tell how the table is written. */
const LINES_BELOW = 200
/** Names and the first rows; of a table of very many columns they take more than the first part. */
const LEAST_LINES = 3
/** As long as there are not so many lines, no more is read for their sake. */
const MOST_BYTES_WIDE = 1 << 24

export function readHead(source: Source, choice: DialectChoice): Head {
  const bytes = firstBytes(source, HEAD_BYTES)
  if (bytes.length === 0) throw refusals.empty(source.name)
  const whole = bytes.length === source.textBytes
  const kind = kindOfBytes(whole ? bytes.subarray(0, bytes.length - endMarks(bytes)) : bytes)
  if (kind.kind === 'binary' && !(kind.what === 'a binary file' && choice.encoding?.startsWith('utf-16'))) {
    throw refusals.binary(source.name, kind.what)
  }
  const found = kind.kind === 'text' ? kind : { encoding: null, bom: 0 }
  const encoding = choice.encoding ?? found.encoding ?? 'utf-8'
  const { text, complete } = textWithLines(source, bytes, found.bom, encoding, choice.skip ?? 0)
  if (text.trim() === '' && complete) throw refusals.empty(source.name)
  const foreign = foreignText(text)
  if (foreign) throw refusals.foreign(source.name, foreign)
  const { dialect, start, titles, ambiguousDelimiter } = sniffDialect(text, complete, encoding, choice)
  if (dialect.comment.startsWith(dialect.delimiter)) throw refusals.commentIsDelimiter(dialect.delimiter)
  if (text.slice(start).trim() === '' && complete) {
    throw choice.skip ? refusals.nothingBelow(source.name, dialect.skip) : refusals.empty(source.name)
  }
  const unit = unitOf(encoding)
  return {
    dialect,
    unit,
    tableStart: found.bom + start * unit,
    tableLine: dialect.skip + 1,
    titles,
    ambiguousDelimiter,
    encodingOpen: choice.encoding === undefined && found.encoding === null,
  }
}

function firstBytes(source: Source, most: number): Buffer {
  const buffer = Buffer.alloc(Math.min(most, source.textBytes))
  return buffer.subarray(0, source.read(0, buffer))
}

/** The text of the first part, and of more of it where the lines to be skipped, or comments, reach further. */
function textWithLines(
  source: Source,
  first: Buffer,
  mark: number,
  encoding: string,
  skip: number,
): { text: string; complete: boolean } {
  let bytes = first
  for (;;) {
    const complete = bytes.length === source.textBytes
    const marks = complete && unitOf(encoding) === 1 ? endMarks(bytes) : 0
    const text = codeUnits(bytes.subarray(mark, bytes.length - marks), encoding)
    const enough = hasLines(text, bytes.length, skip) && !isAllComments(text)
    if (enough || complete || bytes.length >= MOST_BYTES) return { text, complete }
    bytes = firstBytes(source, 4 * bytes.length)
  }
}

function hasLines(text: string, bytes: number, skip: number): boolean {
  const lines = countLineEnds(text)
  if (skip > 0) return lines >= skip + LINES_BELOW
  return lines >= LEAST_LINES || bytes >= MOST_BYTES_WIDE
}

/** Nothing can be told from lines that may all be comments. */
function isAllComments(text: string): boolean {
  return !/(?:^|[\r\n])(?!\/\/)[^#%!;\s]/.test(text)
}
