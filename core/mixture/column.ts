import { createTotal } from './total.ts'

/**
 * Mean of a column. Compensated and taken from the first value on, so that a large offset costs no digits. Not finite where the
 * sum of the differences from the first value overflows.
 */
export function columnCentre(values: Float64Array): number {
  if (values.length === 0) return 0
  const first = values[0]
  const total = createTotal()
  for (const value of values) total.add(value - first)
  return first + total.value() / values.length
}

/**
 * Standard deviation about `centre` with divisor n; 0 for a constant column. Values whose squares would overflow or vanish keep
 * their digits; where `centre` or a difference from it is not finite the result is NaN.
 */
export function columnSpread(values: Float64Array, centre: number): number {
  let widest = 0
  for (const value of values) widest = Math.max(widest, Math.abs(value - centre))
  if (values.every((value) => value === values[0])) return 0
  const total = createTotal()
  for (const value of values) total.add(((value - centre) / widest) ** 2)
  return widest * Math.sqrt(total.value() / values.length)
}

/** Interquartile range divided by 1.349, the standard deviation of a normal column with these quartiles (type 7 quantiles). */
export function interquartileUnit(values: Float64Array): number {
  if (values.length === 0) return 0
  const ordered = Float64Array.from(values).sort()
  return (quantile(ordered, 0.75) - quantile(ordered, 0.25)) / 1.349
}

function quantile(ordered: Float64Array, probability: number): number {
  const position = probability * (ordered.length - 1)
  const below = Math.floor(position)
  const low = ordered[below]
  const high = ordered[Math.min(below + 1, ordered.length - 1)]
  return low + (position - below) * (high - low)
}
