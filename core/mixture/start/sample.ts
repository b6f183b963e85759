import type { Random } from '../../random/random.ts'
import type { Prepared } from '../types.ts'

const MOST_ROWS = 20_000

/** The rows a start reads: all of them, or a random 20,000 without replacement where there are more. */
export function startRows(prepared: Prepared, random: Random): Prepared {
  const { rows, dimension, blockRows, blocks } = prepared
  if (rows <= MOST_ROWS) return prepared
  const picked = distinctRows(rows, MOST_ROWS, random)
  const sample = new Float64Array(Math.ceil(MOST_ROWS / blockRows) * blockRows * dimension)
  const sampled = { ...prepared, rows: MOST_ROWS, blocks: sample }
  for (let i = 0; i < MOST_ROWS; i++) {
    const from = rowStart(prepared, picked[i])
    const to = rowStart(sampled, i)
    for (let j = 0; j < dimension; j++) sample[to + j * blockRows] = blocks[from + j * blockRows]
  }
  return sampled
}

/** Where the first coordinate of a row stands in the blocks; the others follow at steps of `blockRows`. */
export function rowStart(prepared: Prepared, row: number): number {
  const { blockRows, dimension } = prepared
  return Math.floor(row / blockRows) * blockRows * dimension + (row % blockRows)
}

/** `count` distinct row numbers below `rows`, in random order (Floyd 1987, then as they were drawn). Needs count ≤ rows. */
export function distinctRows(rows: number, count: number, random: Random): number[] {
  const chosen = new Set<number>()
  for (let top = rows - count; top < rows; top++) {
    const row = random.below(top + 1)
    chosen.add(chosen.has(row) ? top : row)
  }
  return [...chosen]
}
