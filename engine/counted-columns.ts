import { numericColumns } from './columns.ts'
import type { Dataset } from './datasets.ts'
import { shared } from './labelling.ts'

/** By the first of the columns and the weights. */
const known = new WeakMap<Float64Array, WeakMap<Float64Array, Float64Array>>()

/**
 * Whole numeric columns of a file, as `numericColumns`. Where `weight` is the position of a column of weights, rows whose weight is not
 * above 0 have no number in the first of them: whoever leaves out rows with a missing value leaves these out too.
 */
export function countedColumns(
  dataset: Dataset,
  positions: readonly number[],
  weight: number | null,
): Float64Array[] {
  const columns = numericColumns(dataset, positions)
  if (weight === null || columns.length === 0) return columns
  const [weights] = numericColumns(dataset, [weight])
  const [first, ...others] = columns
  const byWeights = known.get(first) ?? new WeakMap<Float64Array, Float64Array>()
  const masked = byWeights.get(weights) ?? maskedBy(weights, first)
  known.set(first, byWeights.set(weights, masked))
  return [masked, ...others]
}

function maskedBy(weights: Float64Array, column: Float64Array): Float64Array {
  if (weights.every((weight) => weight > 0)) return column
  const masked = shared(column.length)
  for (let row = 0; row < masked.length; row++) masked[row] = weights[row] > 0 ? column[row] : NaN
  return masked
}
