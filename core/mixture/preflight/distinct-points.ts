/** How many different points the rows hold, counted no further than `enough`. `columns` [d] are whole. */
export function distinctPoints(columns: readonly Float64Array[], rows: Uint32Array, enough: number): number {
  const found: number[] = []
  for (let i = 0; i < rows.length && found.length < enough; i++)
    if (!holds(columns, found, rows[i])) found.push(rows[i])
  return found.length
}

function holds(columns: readonly Float64Array[], found: readonly number[], row: number): boolean {
  for (let k = found.length - 1; k >= 0; k--) {
    let same = true
    for (let j = 0; j < columns.length && same; j++) same = columns[j][row] === columns[j][found[k]]
    if (same) return true
  }
  return false
}
