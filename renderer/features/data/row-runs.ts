/** Rows of the file that are read at once. */
export interface RowRun {
  from: number
  count: number
}

/**
 * Rows in rising order as few runs to read: rows up to `gap` apart are read in one, with those between them, and none is longer
 * than `most`.
 */
export function runsOf(rows: Uint32Array, gap: number, most: number): RowRun[] {
  const runs: RowRun[] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last !== undefined && row - (last.from + last.count - 1) <= gap && row - last.from < most)
      last.count = row - last.from + 1
    else runs.push({ from: row, count: 1 })
  }
  return runs
}
