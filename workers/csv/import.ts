import { createHash } from 'node:crypto'
import { GROUPED_THOUSANDS } from '../../core/table/profile.ts'
import type { Warning } from '../../contract/views.ts'
import { workControl, type WorkControl } from '../control.ts'
import type { ImportedFile, Tasks } from '../tasks.ts'
import { profileColumns } from './columns.ts'
import { cellDecoder, checkUtf8, codeUnits } from './encoding.ts'
import { readHead, type Head } from './head.ts'
import { refusals } from './refusals.ts'
import { collectRows, type RowCollector } from './rows.ts'
import { openSource, type Source } from './source.ts'
import { createTokeniser, type Tokeniser } from './tokeniser.ts'
import { invalidUtf8, type MalformedQuotes, tableWarnings } from './warnings.ts'

const PIECE_BYTES = 1 << 20

/** Reads a delimited text file piece by piece. Refusals are EngineErrors. `pieceBytes` is even. */
export function importCsv(
  { path, dialect: choice, control: buffer }: Tasks['import-file']['input'],
  pieceBytes = PIECE_BYTES,
): ImportedFile {
  const control = workControl(buffer)
  const source = openSource(path)
  try {
    const head = readHead(source, choice)
    const table = collectRows({
      ...head,
      certainDecimal: choice.decimal !== undefined,
      tooWide: (line, cells, expected) => refusals.tooWide(source.name, line, cells, expected),
    })
    const passed = passThrough(source, head, table, control, pieceBytes)
    if (source.changed()) throw refusals.changed(source.name)
    return finish(source, head, table, passed, control)
  } finally {
    source.close()
  }
}

interface Passed {
  hash: string
  validUtf8: boolean
  malformed: MalformedQuotes
}

/** One pass over all bytes: hash, UTF-8 check, rows. */
function passThrough(
  source: Source,
  { dialect, unit, mark }: Head,
  table: RowCollector,
  control: WorkControl,
  pieceBytes: number,
): Passed {
  const hash = createHash('sha256')
  const utf8 = checkUtf8()
  const malformed: MalformedQuotes = { count: 0, firstLine: 0 }
  const place = (character: number) => mark + character * unit
  const tokeniser = createTokeniser({
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    onRow: (cells, start, end, line) => table.take(cells, place(start), place(end), line),
    onBlankLine: (start, end, line) => table.takeBlankLine(place(start), place(end), line),
    onFault({ kind, line }) {
      if (kind === 'unclosed-quote') throw refusals.unclosedQuote(source.name, line)
      if (kind === 'long-line') throw refusals.longLine(source.name, line)
      if (malformed.count++ === 0) malformed.firstLine = line
    },
  })
  const piece = Buffer.alloc(pieceBytes)
  hash.update(piece.subarray(0, source.read(0, piece.subarray(0, mark))))
  let position = mark
  for (;;) {
    if (control.stopped()) throw refusals.cancelled()
    control.report(position, source.bytes, table.rows)
    const bytes = piece.subarray(0, source.read(position, piece))
    if (bytes.length === 0) break
    hash.update(bytes)
    utf8.see(bytes)
    if (unit === 1) refuseZeroByte(source, bytes, tokeniser)
    tokeniser.push(codeUnits(bytes, dialect.encoding))
    position += bytes.length
  }
  tokeniser.end()
  return { hash: hash.digest('hex'), validUtf8: utf8.valid(), malformed }
}

function refuseZeroByte(source: Source, bytes: Buffer, tokeniser: Tokeniser): void {
  const at = bytes.indexOf(0)
  if (at < 0) return
  tokeniser.push(codeUnits(bytes.subarray(0, at), 'utf-8'))
  throw refusals.zeroByte(source.name, tokeniser.line)
}

function finish(
  source: Source,
  head: Head,
  table: RowCollector,
  passed: Passed,
  control: WorkControl,
): ImportedFile {
  const encoding = head.encodingOpen && !passed.validUtf8 ? 'windows-1252' : head.dialect.encoding
  const decode = cellDecoder(encoding)
  if (table.rows === 0)
    throw head.dialect.header ? refusals.headerOnly(source.name) : refusals.empty(source.name)
  const collected = table.finish()
  const { shape } = collected
  const columns = profileColumns(collected, head.dialect.header, decode, () => {
    if (control.stopped()) throw refusals.cancelled()
  })
  const { profiles } = columns
  if (columns.values.every((values) => values === null)) {
    const grouped = profiles.find(({ reason }) => reason === GROUPED_THOUSANDS)
    if (grouped) throw refusals.groupedThousands(source.name, grouped.name)
    throw refusals.noNumbers(source.name, profiles.length, head.dialect.delimiter)
  }
  const warnings: Warning[] = tableWarnings(collected, columns, passed.malformed, decode)
  if (encoding === 'utf-8' && !passed.validUtf8) warnings.push(invalidUtf8())
  control.report(source.bytes, source.bytes, table.rows)
  return {
    bytes: source.bytes,
    modified: source.modified,
    hash: passed.hash,
    dialect: { ...head.dialect, encoding },
    unit: head.unit,
    rows: table.rows,
    columns: profiles,
    values: columns.values,
    rowStarts: collected.starts,
    rowEnds: collected.ends,
    headerEnd: table.headerEnd,
    headerLacks: table.headerEnd === null ? 0 : shape.columns - shape.expected,
    shortRows: shape.shortRows,
    blankRows: collected.blankRows,
    rejectedCells: profiles.reduce((sum, { rejected }) => sum + rejected, 0),
    warnings,
  }
}
