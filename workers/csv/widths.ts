import { collectFloats } from '../../core/table/floats.ts'
import type { ShortRows } from '../tasks.ts'

/** Rows with more cells than the first record has. */
export interface LongRows {
  count: number
  firstLine: number
  /** Of `count`, those where any of the cells beyond is not empty. */
  filled: number
}

/** How many columns a table has, as all of its rows together tell. */
export interface TableShape {
  /** The cells of the widest row. */
  columns: number
  /** The header has one name fewer than the rows have cells: the first column holds names of rows. */
  rowNames: boolean
  /** Columns that the first record has, with that of row names. */
  expected: number
  shortRows: ShortRows
  /** Rows with fewer cells than `expected`. */
  short: number
  /** 1-based line of the first of `short`; null where it is not known. */
  shortLine: number | null
  /** Rows with more cells than `expected`. */
  long: LongRows
}

/** Keeps the rows that are not as wide as the first record, which has `base` cells. */
export interface RowWidths {
  add(row: number, cells: readonly string[], line: number): void
  /** To be asked once, after the last row. */
  shape(rows: number, header: boolean): TableShape
}

/** R's write.table leaves the column of row names without a name; a few rows may be of other widths by mistake. */
const ROW_NAMES_SHARE = 0.9
/** Rows that end with a delimiter have an empty cell where rows with names have their last value. */
const FILLED_SHARE = 0.5

export function watchWidths(base: number): RowWidths {
  const uneven = { rows: collectFloats(), cells: collectFloats() }
  const long: LongRows[] = []
  let short = 0
  let shortLine: number | null = null

  function total(from: number): LongRows {
    const sum: LongRows = { count: 0, firstLine: 0, filled: 0 }
    for (const { count, firstLine, filled } of long.slice(from)) {
      if (count > 0 && (sum.count === 0 || firstLine < sum.firstLine)) sum.firstLine = firstLine
      sum.count += count
      sum.filled += filled
    }
    return sum
  }

  return {
    add(row, cells, line) {
      uneven.rows.push(row)
      uneven.cells.push(cells.length)
      if (cells.length < base) {
        short++
        shortLine ??= line
      } else {
        while (long.length < cells.length - base) long.push({ count: 0, firstLine: 0, filled: 0 })
        const these = long[cells.length - base - 1]
        if (these.count++ === 0) these.firstLine = line
        if (cells.some((cell, i) => i >= base && cell.trim() !== '')) these.filled++
      }
    },
    shape(rows, header) {
      const [one] = long
      const rowNames =
        header &&
        one !== undefined &&
        one.count >= ROW_NAMES_SHARE * rows &&
        one.filled >= FILLED_SHARE * one.count
      const columns = base + long.length
      return {
        columns,
        rowNames,
        expected: rowNames ? base + 1 : base,
        shortRows: shortRows(uneven.rows.toShared(), uneven.cells.toShared(), rows, base, columns),
        short: rowNames ? rows - total(0).count : short,
        shortLine: rowNames ? null : shortLine,
        long: total(rowNames ? 1 : 0),
      }
    },
  }
}

function shortRows(
  unevenRows: Float64Array,
  unevenCells: Float64Array,
  rows: number,
  base: number,
  columns: number,
): ShortRows {
  const full = unevenCells.reduce((count, cells) => (cells === columns ? count + 1 : count), 0)
  const length = columns === base ? unevenRows.length : rows - full
  const short: ShortRows = { rows: sharedIntegers(length), cells: sharedIntegers(length) }
  let place = 0
  const add = (row: number, cells: number) => {
    short.rows[place] = row
    short.cells[place++] = cells
  }
  let next = 0
  unevenRows.forEach((row, i) => {
    if (columns > base) for (; next < row; next++) add(next, base)
    if (unevenCells[i] < columns) add(row, unevenCells[i])
    next = row + 1
  })
  if (columns > base) for (; next < rows; next++) add(next, base)
  return short
}

function sharedIntegers(length: number): Uint32Array {
  return new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT))
}
