import type { Dialect } from '../../../contract/views.ts'
import { codeUnits } from '../encoding.ts'
import type { RowCollector } from '../rows.ts'
import type { Tokeniser } from '../tokeniser.ts'
import { scanRows, type ScannedRows } from './scan-rows.ts'

/** Cuts the bytes of a table, which come in pieces, into rows. */
export interface Cut {
  /** Cuts what is whole; gives how many bytes it is done with, all but `HELD_BYTES` at least. The rest must come again, in front of what follows. */
  take(bytes: Buffer): number
  /** Gives the tokeniser what `take` has left over and nothing will follow. */
  takeRest(bytes: Buffer): void
}

/** A row that is not whole is held back up to this length; of a longer one the tokeniser gets the parts as they come. */
export const HELD_BYTES = 1 << 16
/** Plain rows in succession after which the next odd one is taken for an exception. */
const EXCEPTION = 16
const LF = 10

/** Whether rows can be told apart by single bytes. */
export function isScannable(unit: number, { delimiter }: Dialect): boolean {
  return unit === 1 && delimiter !== ' '
}

/** All rows by the tokeniser. */
export function cutText(tokeniser: Tokeniser, encoding: string): Cut {
  return {
    take(bytes) {
      tokeniser.push(codeUnits(bytes, encoding))
      return bytes.length
    },
    takeRest: (bytes) => tokeniser.push(codeUnits(bytes, encoding)),
  }
}

interface CutRules {
  table: RowCollector
  tokeniser: Tokeniser
  delimiter: string
  quote: string
  comment: string
  /** Place of the first byte in the file. */
  start: number
}

/** Rows of plain cells from the bytes, as scanned, and all others by the tokeniser. */
export function cutBytes({ table, tokeniser, start, ...marks }: CutRules): Cut {
  let rows: ScannedRows | null = null
  let loaded = false
  let place = start
  /** Bytes that the tokeniser gets at least: more and more where odd rows are the rule. */
  let stretch = 1

  function tokenise(bytes: Buffer, from: number, to: number): void {
    tokeniser.push(bytes.toString('latin1', from, to))
    place += to - from
  }

  /** The plain rows from `from` on; gives the place behind them. */
  function scan(bytes: Buffer, from: number, to: number): number {
    rows ??= scanRows(table, marks)
    if (!loaded) rows.load(bytes.subarray(0, to))
    loaded = true
    const before = table.rows
    const next = rows.scan(from, to, place, tokeniser.line)
    const count = table.rows - before
    if (count === 0) return from
    tokeniser.pass(next - from, count, table.width)
    place += next - from
    if (count >= EXCEPTION) stretch = 1
    return next
  }

  return {
    take(bytes) {
      const whole = bytes.lastIndexOf(LF) + 1
      let at = 0
      loaded = false
      while (at < whole) {
        const named = table.width > 0
        if (named && tokeniser.held === 0) at = scan(bytes, at, whole)
        if (at === whole) break
        const end = at + stretch < whole ? bytes.indexOf(LF, at + stretch - 1) + 1 : whole
        tokenise(bytes, at, end)
        at = end
        if (named) stretch *= 2
      }
      if (tokeniser.held === 0 && bytes.length - at <= HELD_BYTES) return at
      tokenise(bytes, at, bytes.length)
      return bytes.length
    },
    takeRest: (bytes) => tokenise(bytes, 0, bytes.length),
  }
}
