/** Rows with a number in every column [n], of each column how many rows it alone makes unusable, and rows with any number. */
export interface UsedRows {
  rows: Uint32Array
  withAny: number
  lostBy: number[]
}

/** The rows that can be used. `columns` [d][rows], NaN where a cell is no number. */
export function usedRows(columns: readonly Float64Array[]): UsedRows {
  const total = columns[0]?.length ?? 0
  const rows = new Uint32Array(total)
  const lostBy = columns.map(() => 0)
  let count = 0
  let empty = 0
  for (let i = 0; i < total; i++) {
    let lacking = 0
    let which = 0
    for (let j = 0; j < columns.length; j++) {
      if (Number.isFinite(columns[j][i])) continue
      lacking++
      which = j
    }
    if (lacking === 0) rows[count++] = i
    else if (lacking === columns.length) empty++
    if (lacking === 1) lostBy[which]++
  }
  return { rows: rows.subarray(0, count), lostBy, withAny: total - empty }
}

/** At most `most` of the rows, evenly spaced, in their order. */
export function spaced(rows: Uint32Array, most: number): Uint32Array {
  if (rows.length <= most) return rows
  return Uint32Array.from({ length: most }, (_, i) => rows[Math.floor((i * rows.length) / most)])
}

/** What a column holds in these rows. */
export function valuesAt(column: Float64Array, rows: Uint32Array): Float64Array {
  const values = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) values[i] = column[rows[i]]
  return values
}
