import { createHash } from 'node:crypto'
import type { WorkControl } from '../control.ts'
import { checkUtf8, codeUnits } from './encoding.ts'
import type { Head } from './head.ts'
import { refusals } from './refusals.ts'
import type { RowCollector } from './rows.ts'
import type { Source } from './source.ts'
import { createTokeniser, type Tokeniser } from './tokeniser.ts'
import type { MalformedQuotes } from './warnings.ts'

export const PIECE_BYTES = 1 << 20

/** What one pass over all bytes tells besides the rows. */
export interface Passed {
  hash: string
  validUtf8: boolean
  malformed: MalformedQuotes
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
  const place = (character: number) => tableStart + character * unit
  const tokeniser = createTokeniser({
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    comment: dialect.comment,
    line: tableLine,
    onRow: (cells, start, end, line) => table.take(cells, place(start), place(end), line),
    onBlankLine: (start, end, line) => table.takeBlankLine(place(start), place(end), line),
    onFault({ kind, line }) {
      if (kind === 'unclosed-quote') throw refusals.unclosedQuote(source.name, line)
      if (kind === 'swallowing-quote') throw refusals.swallowingQuote(source.name, line)
      if (kind === 'long-line') throw refusals.longLine(source.name, line)
      if (malformed.count++ === 0) malformed.firstLine = line
    },
  })
  const piece = Buffer.alloc(pieceBytes)
  let position = 0
  while (position < tableStart) {
    const above = piece.subarray(0, source.read(position, piece.subarray(0, tableStart - position)))
    if (above.length === 0) break
    hash.update(above)
    utf8.see(above)
    position += above.length
  }
  for (;;) {
    if (control.stopped()) throw refusals.cancelled()
    control.report(source.ahead + position, source.ahead + source.textBytes, table.rows)
    const bytes = piece.subarray(0, source.read(position, piece))
    if (bytes.length === 0) break
    hash.update(bytes)
    utf8.see(bytes)
    if (unit === 1) refuseZeroByte(source, bytes, tokeniser)
    tokeniser.push(codeUnits(bytes, dialect.encoding))
    position += bytes.length
  }
  tokeniser.end()
  return { hash: source.hash ?? hash.digest('hex'), validUtf8: utf8.valid(), malformed }
}

function refuseZeroByte(source: Source, bytes: Buffer, tokeniser: Tokeniser): void {
  const at = bytes.indexOf(0)
  if (at < 0) return
  tokeniser.push(codeUnits(bytes.subarray(0, at), 'utf-8'))
  throw refusals.zeroByte(source.name, tokeniser.line)
}
