import { sampleRows, usableRows } from './sample-rows.ts'

/** The rows that plots of some columns draw: the same ones for the same columns and limit. */
export interface DrawnRows {
  rows: Uint32Array
  /** Of the file, those with a finite number in every column. */
  usable: Uint32Array
}

/** Looks through the columns once for each limit. */
export type DrawnRowsOf = (columns: readonly Float64Array[], limit: number) => DrawnRows

interface Known {
  columns: readonly Float64Array[]
  limit: number
  drawn: DrawnRows
}

/** Choices of columns and limits that are remembered for each first column. */
const REMEMBERED = 3

export function createDrawnRows(): DrawnRowsOf {
  const byFirst = new WeakMap<Float64Array, Known[]>()
  return (columns, limit) => {
    const first = columns[0]
    if (first === undefined) return find(columns, limit)
    const known = byFirst.get(first) ?? []
    const same = known.find(
      (each) =>
        each.limit === limit &&
        each.columns.length === columns.length &&
        each.columns.every((column, j) => column === columns[j]),
    )
    if (same !== undefined) return same.drawn
    const drawn = find(columns, limit)
    byFirst.set(first, [{ columns: [...columns], limit, drawn }, ...known].slice(0, REMEMBERED))
    return drawn
  }
}

function find(columns: readonly Float64Array[], limit: number): DrawnRows {
  const usable = usableRows(columns)
  return { rows: usable.length <= limit ? usable : sampleRows(usable, limit), usable }
}
