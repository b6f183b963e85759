import { distinctBudget } from '../../core/table/distinct.ts'
import { collectFloats } from '../../core/table/floats.ts'
import { tallyColumn, type ColumnTally } from '../../core/table/tally.ts'
import type { Dialect } from '../../contract/views.ts'

/** Rows that have more cells than there are columns. */
export interface LongRows {
  count: number
  firstLine: number
}

/** Takes the rows of a table as they are cut and keeps what is asked of them: numbers, counts and places. */
export interface RowCollector {
  /** Places are bytes of the file. The first record settles the columns; with a header it names them. */
  take(cells: string[], start: number, end: number, line: number): void
  readonly rows: number
  /** Undecoded; empty texts without a header. */
  readonly originals: readonly string[]
  readonly tallies: readonly ColumnTally[]
  /** Place just behind the header's content; null without a header. */
  readonly headerEnd: number | null
  readonly shortRows: [number, number][]
  readonly longRows: LongRows
  /** Places in shared memory; like `ends`, to be asked once, after the last row. */
  starts(): Float64Array
  ends(): Float64Array
}

/** `certainDecimal`: the person has said which mark it is. */
export function collectRows(dialect: Dialect, certainDecimal: boolean): RowCollector {
  const starts = collectFloats()
  const ends = collectFloats()
  const shortRows: [number, number][] = []
  const longRows: LongRows = { count: 0, firstLine: 0 }
  const budget = distinctBudget()
  const certain = certainDecimal || (dialect.decimal === '.' && dialect.delimiter !== ';')
  let tallies: ColumnTally[] | null = null
  let originals: string[] = []
  let headerEnd: number | null = null
  let rows = 0

  function setColumns(names: string[]): ColumnTally[] {
    originals = names
    return names.map(() => tallyColumn(dialect.decimal, certain, budget))
  }

  return {
    take(cells, start, end, line) {
      if (tallies === null) {
        tallies = setColumns(dialect.header ? cells : cells.map(() => ''))
        if (dialect.header) {
          headerEnd = end
          return
        }
      }
      const width = tallies.length
      if (cells.length < width) shortRows.push([rows, cells.length])
      else if (cells.length > width && longRows.count++ === 0) longRows.firstLine = line
      for (let column = 0; column < width; column++) {
        tallies[column].add(column < cells.length ? cells[column] : '', line)
      }
      starts.push(start)
      ends.push(end)
      rows++
    },
    get rows() {
      return rows
    },
    get originals() {
      return originals
    },
    get tallies() {
      return tallies ?? []
    },
    get headerEnd() {
      return headerEnd
    },
    shortRows,
    longRows,
    starts: () => starts.toShared(),
    ends: () => ends.toShared(),
  }
}
