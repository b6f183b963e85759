import type { Random } from '../random/random.ts'
import type { Prepared, RowWeights } from './types.ts'

/** What some rows count for in all, N: the sum of their weights, or their number where none are given. */
export function countOf({ rows, weights }: Pick<Prepared, 'rows' | 'weights'>): number {
  return weights?.sum ?? rows
}

/** What a row counts for: nothing where its weight is not above 0, 1 where none are given. */
export function weightAt(weights: Float64Array | null, row: number): number {
  if (weights === null) return 1
  return weights[row] > 0 ? weights[row] : 0
}

/** Room for the weights of so many rows in blocks, filled by `weightOf`; zeros behind the last row. */
export function createRowWeights(
  rows: number,
  blockRows: number,
  weightOf: (row: number) => number,
): RowWeights {
  const length = Math.ceil(rows / blockRows) * blockRows
  const values = new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))
  let sum = 0
  for (let row = 0; row < rows; row++) sum += values[row] = weightOf(row)
  return { values, sum }
}

/** Draws rows with replacement, each with a chance in proportion to its weight. */
export function createRowDraw({ rows, weights }: Prepared, random: Random): () => number {
  if (weights === undefined) return () => random.below(rows)
  const ends = cumulated(weights.values.subarray(0, rows))
  return () => firstAbove(ends, random.next() * ends[rows - 1])
}

/** Σ of the values up to and with each. */
export function cumulated(values: Float64Array): Float64Array {
  const ends = new Float64Array(values.length)
  let sum = 0
  for (let i = 0; i < values.length; i++) ends[i] = sum += values[i]
  return ends
}

/** The first place whose end lies above `target`, or the last one. */
export function firstAbove(ends: Float64Array, target: number): number {
  let low = 0
  let high = ends.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (ends[middle] > target) high = middle
    else low = middle + 1
  }
  return low
}
