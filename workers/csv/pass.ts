import { createHash } from 'node:crypto'
import type { WorkControl } from '../control.ts'
import { checkUtf8 } from './encoding.ts'
import { endMarks } from './end-marks.ts'
import { cutBytes, cutText, HELD_BYTES, isScannable } from './fast/cut.ts'
import type { Head } from './head.ts'
import { countBlankLines, type LeftOut } from './left-out.ts'
import { watchMemory } from './memory.ts'
import { refusals } from './refusals.ts'
import type { RowCollector } from './rows.ts'
import type { Source } from './source.ts'
import { createTokeniser } from './tokeniser.ts'
import type { MalformedQuotes } from './warnings.ts'

export const PIECE_BYTES = 1 << 20

/** What one pass over all bytes tells besides the rows. */
export interface Passed {
  hash: string
  validUtf8: boolean
  malformed: MalformedQuotes
  comments: LeftOut
  /** Between rows. */
  blankLines: LeftOut
}

/** One pass over all bytes: hash, UTF-8 check, rows into `table`. */
export function passThrough(
  source: Source,
  { dialect, unit, tableStart, tableLine }: Head,
  table: RowCollector,
  control: WorkControl,
  pieceBytes: number,
): Passed {
  const hash = createHash('sha256')
  const utf8 = checkUtf8()
  const malformed: MalformedQuotes = { count: 0, firstLine: 0 }
  const comments: LeftOut = { count: 0, firstLine: 0 }
  const blankLines = countBlankLines()
  const place = (character: number) => tableStart + character * unit
  const tokeniser = createTokeniser({
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    comment: dialect.comment,
    line: tableLine,
    onRow: (cells, start, end, line) => table.take(cells, place(start), place(end), line),
    onBlankLine(start, end, line) {
      blankLines.see(line, table.rows)
      table.takeBlankLine(place(start), place(end), line)
    },
    onComment(_start, _end, line) {
      if (comments.count++ === 0) comments.firstLine = line
    },
    onFault({ kind, line }) {
      if (kind === 'unclosed-quote') throw refusals.unclosedQuote(source.name, line)
      if (kind === 'swallowing-quote') throw refusals.swallowingQuote(source.name, line)
      if (kind === 'long-line') throw refusals.longLine(source.name, line)
      if (malformed.count++ === 0) malformed.firstLine = line
    },
  })
  const above = Buffer.alloc(tableStart)
  hash.update(above.subarray(0, source.read(0, above)))
  utf8.see(above)
  const cut = isScannable(unit, dialect)
    ? cutBytes({ table, tokeniser, start: tableStart, ...dialect })
    : cutText(tokeniser, dialect.encoding)
  const buffer = Buffer.alloc(HELD_BYTES + pieceBytes)
  const memory = watchMemory(source.name, table)
  let position = tableStart
  let held = 0
  for (;;) {
    if (control.stopped()) throw refusals.cancelled()
    control.report(source.ahead + position, source.ahead + source.textBytes, table.rows)
    memory.see((position - tableStart) / (source.textBytes - tableStart))
    const fresh = buffer.subarray(
      held,
      held + source.read(position, buffer.subarray(held, held + pieceBytes)),
    )
    if (fresh.length === 0) break
    hash.update(fresh)
    utf8.see(fresh)
    position += fresh.length
    const marks = unit === 1 && position >= source.textBytes ? endMarks(fresh) : 0
    const bytes = buffer.subarray(0, held + fresh.length - marks)
    const zero = unit === 1 ? fresh.indexOf(0) : -1
    if (zero >= 0) {
      const before = bytes.subarray(0, held + zero)
      cut.takeRest(before.subarray(cut.take(before)))
      throw refusals.zeroByte(source.name, tokeniser.line)
    }
    const done = cut.take(bytes)
    held = bytes.length - done
    bytes.copyWithin(0, done)
  }
  cut.takeRest(buffer.subarray(0, held))
  tokeniser.end()
  return {
    hash: source.hash ?? hash.digest('hex'),
    validUtf8: utf8.valid(),
    malformed,
    comments,
    blankLines: blankLines.between(table.rows),
  }
}
