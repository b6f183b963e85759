/** Rows with a number in every column, rows with any number, and of each column how many rows it alone makes unusable. */
export interface UsedRows {
  rows: Uint32Array
  withAny: Uint32Array
  lostBy: number[]
}

/** The rows that can be used. `columns` [d][rows], NaN where a cell is no number. */
export function usedRows(columns: readonly Float64Array[]): UsedRows {
  const total = columns[0]?.length ?? 0
  const rows = new Uint32Array(total)
  const withAny = new Uint32Array(total)
  const lostBy = columns.map(() => 0)
  let count = 0
  let any = 0
  for (let i = 0; i < total; i++) {
    let lacking = 0
    let which = 0
    for (let j = 0; j < columns.length; j++) {
      if (Number.isFinite(columns[j][i])) continue
      lacking++
      which = j
    }
    if (lacking === 0) rows[count++] = i
    if (lacking < columns.length) withAny[any++] = i
    if (lacking === 1) lostBy[which]++
  }
  return { rows: rows.subarray(0, count), lostBy, withAny: withAny.subarray(0, any) }
}

/** Those of the rows that have a number in each of the columns; the rows themselves where all have. */
export function rowsWith(columns: readonly Float64Array[], rows: Uint32Array): Uint32Array {
  const has = (row: number) => columns.every((column) => Number.isFinite(column[row]))
  return rows.every(has) ? rows : rows.filter(has)
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
