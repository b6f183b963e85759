export interface Moments {
  count: number
  min: number
  max: number
  mean: number
  /** Divisor count − 1; 0 for a single value. */
  sd: number
}

const SAMPLE = 1024
/** Squares of what lies between these neither vanish nor overflow, however many are added. */
const SMALLEST_VARIANCE = 1e-200
const LARGEST_VARIANCE = 1e200

/** Moments of a column's numbers, NaN left out; null where there is none. */
export function moments(values: Float64Array): Moments | null {
  return momentsAtOnce(values) ?? momentsInPasses(values)
}

/**
 * In one pass, from differences to the mean of the first values; null where any is NaN, and where that mean lies so far from that of
 * all, or the differences are so large or small, that digits would be lost.
 */
function momentsAtOnce(values: Float64Array): Moments | null {
  const count = values.length
  if (count < 2) return null
  const first = values.subarray(0, SAMPLE)
  const origin = first.reduce((sum, value) => sum + value / first.length, 0)
  let min = values[0]
  let max = min
  // Two sums of each: one alone waits for its last addition.
  let [squares, rest, otherSquares, otherRest] = [0, 0, 0, 0]
  for (let i = count % 2; i < count; i += 2) {
    const value = values[i]
    const other = values[i + 1]
    const difference = value - origin
    const otherDifference = other - origin
    squares += difference * difference
    rest += difference
    otherSquares += otherDifference * otherDifference
    otherRest += otherDifference
    if (value < min) min = value
    if (value > max) max = value
    if (other < min) min = other
    if (other > max) max = other
  }
  if (count % 2 === 1) {
    squares += (values[0] - origin) ** 2
    rest += values[0] - origin
  }
  const shift = (rest + otherRest) / count
  const variance = (squares + otherSquares - shift * shift * count) / (count - 1)
  if (!(variance > SMALLEST_VARIANCE && variance < LARGEST_VARIANCE && shift * shift <= variance)) return null
  return { count, min, max, mean: origin + shift, sd: Math.sqrt(variance) }
}

/**
 * Passes with the corrected sum of squares (Chan, Golub & LeVeque 1983), in units of a power of two near the largest magnitude:
 * exact, and squares cannot overflow.
 */
function momentsInPasses(values: Float64Array): Moments | null {
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
