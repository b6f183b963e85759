import { EMPTY_CELL } from '../../../core/table/scan-row.ts'
import { createRowScanner } from '../../../core/table/scan.ts'
import type { ColumnTally } from '../../../core/table/tally.ts'
import type { RowCollector } from '../rows.ts'

/** Cuts the plain rows of one table and gives their cells to it. */
export interface ScannedRows {
  /** Takes in the bytes that rows are cut from. */
  load(bytes: Buffer): void
  /**
   * Plain rows from `from` on up to the first that is not, or to `to`, which stands behind a line end; gives the place
   * behind them. `place` is where `from` is in the file, `line` its 1-based line.
   */
  scan(from: number, to: number, place: number, line: number): number
}

export function scanRows(
  table: RowCollector,
  marks: { delimiter: string; quote: string; comment: string },
): ScannedRows {
  const tallies = table.tallies.slice(0, table.width)
  const scanner = createRowScanner({ ...marks, decimals: tallies.map(({ plainDecimal }) => plainDecimal) })
  const { capacity, origin } = scanner
  let bytes: Buffer = Buffer.alloc(0)

  /** `first` is the column's first cell. */
  function tallyCells(tally: ColumnTally, first: number, line: number): void {
    const { values, shapes, starts, ends } = scanner
    const end = first + scanner.rows
    for (let cell = first; cell < end;) {
      const shape = shapes[cell]
      if (shape >= 0) {
        const from = cell
        while (cell < end && shapes[cell] >= 0) cell++
        tally.addPlains(values, shapes, from, cell)
        continue
      }
      if (shape === EMPTY_CELL) tally.addEmpty()
      else
        tally.add(bytes.toString('latin1', starts[cell] - origin, ends[cell] - origin), line + cell - first)
      cell++
    }
  }

  return {
    load(fresh) {
      bytes = fresh
      scanner.load(fresh)
    },
    scan(from, to, place, line) {
      const shift = place - from - origin
      let at = from
      let next = line
      do {
        at = scanner.scan(at, to)
        for (const [column, tally] of tallies.entries()) tallyCells(tally, column * capacity, next)
        table.takeScanned(scanner.rowStarts, scanner.rowEnds, scanner.rows, shift)
        next += scanner.rows
      } while (scanner.rows === capacity && at < to)
      return at
    },
  }
}
