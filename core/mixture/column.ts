import { cumulated, firstAbove } from './row-weights.ts'
import { createTotal } from './total.ts'

/**
 * Mean of a column, weighted where `weights` [n] are given. Compensated and taken from the first value on, so that a large offset costs no digits. Not finite where the
 * sum of the differences from the first value overflows.
 */
export function columnCentre(values: Float64Array, weights: Float64Array | null = null): number {
  if (values.length === 0) return 0
  const first = values[0]
  const total = createTotal()
  if (weights === null) for (const value of values) total.add(value - first)
  else for (let i = 0; i < values.length; i++) total.add(weights[i] * (values[i] - first))
  return first + total.value() / countOf(values, weights)
}

/**
 * Standard deviation about `centre` with divisor n, or the sum of the weights; 0 for a constant column. Values whose squares would overflow or vanish keep
 * their digits; where `centre` or a difference from it is not finite the result is NaN.
 */
export function columnSpread(
  values: Float64Array,
  centre: number,
  weights: Float64Array | null = null,
): number {
  let widest = 0
  for (const value of values) widest = Math.max(widest, Math.abs(value - centre))
  if (values.every((value) => value === values[0])) return 0
  const total = createTotal()
  if (weights === null) for (const value of values) total.add(((value - centre) / widest) ** 2)
  else for (let i = 0; i < values.length; i++) total.add(weights[i] * ((values[i] - centre) / widest) ** 2)
  return widest * Math.sqrt(total.value() / countOf(values, weights))
}

/**
 * Interquartile range divided by 1.349, the standard deviation of a normal column with these quartiles (type 7 quantiles); with
 * weights the quartiles are those of the column in which each value stands as often as it weighs.
 */
export function interquartileUnit(values: Float64Array, weights: Float64Array | null = null): number {
  if (values.length === 0) return 0
  if (weights !== null) return weightedRange(values, weights) / 1.349
  const ordered = Float64Array.from(values).sort()
  return (quantile(ordered, 0.75) - quantile(ordered, 0.25)) / 1.349
}

function weightedRange(values: Float64Array, weights: Float64Array): number {
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => values[a] - values[b])
  const ends = cumulated(Float64Array.from(order, (i) => weights[i]))
  const standing = (place: number) => values[order[firstAbove(ends, place)]]
  const at = (probability: number) => {
    const position = probability * Math.max(0, ends[ends.length - 1] - 1)
    const below = Math.floor(position)
    const low = standing(below)
    return low + (position - below) * (standing(below + 1) - low)
  }
  return at(0.75) - at(0.25)
}

function countOf(values: Float64Array, weights: Float64Array | null): number {
  return weights === null ? values.length : weights.reduce((sum, weight) => sum + weight, 0)
}

function quantile(ordered: Float64Array, probability: number): number {
  const position = probability * (ordered.length - 1)
  const below = Math.floor(position)
  const low = ordered[below]
  const high = ordered[Math.min(below + 1, ordered.length - 1)]
  return low + (position - below) * (high - low)
}
