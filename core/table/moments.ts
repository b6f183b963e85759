export interface Moments {
  count: number
  min: number
  max: number
  mean: number
  /** Divisor count − 1; 0 for a single value. */
  sd: number
}

/**
 * Moments of a column's numbers, NaN left out; null where there is none. Two passes with the corrected sum of squares
 * (Chan, Golub & LeVeque 1983), in units of a power of two near the largest magnitude: exact, and squares cannot overflow.
 */
export function moments(values: Float64Array): Moments | null {
  let count = 0
  let min = Number.POSITIVE_INFINITY
  let max = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (value !== value) continue
    count++
    if (value < min) min = value
    if (value > max) max = value
  }
  if (count === 0) return null
  if (min === max) return { count, min, max, mean: min, sd: 0 }
  // The logarithm of the largest doubles rounds up to 1024, and 2¹⁰²⁴ is none.
  const exponent = Math.min(1023, Math.floor(Math.log2(Math.max(-min, max))))
  // Not so small that its inverse is infinite.
  const unit = 2 ** Math.max(-1022, exponent)
  const inverse = 1 / unit
  let sum = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (value === value) sum += value * inverse
  }
  const mean = sum / count
  let squares = 0
  let rest = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (value !== value) continue
    const difference = value * inverse - mean
    squares += difference * difference
    rest += difference
  }
  const variance = (squares - (rest * rest) / count) / (count - 1)
  return { count, min, max, mean: (mean + rest / count) * unit, sd: Math.sqrt(variance) * unit }
}
