/** A middle range of replicates. */
export interface Interval {
  low: number
  high: number
}

/** A set of replicates, in short. */
export interface Spread extends Interval {
  mean: number
  median: number
}

/** The value below which this share of ascending values lies, between neighbours by type 7 of Hyndman & Fan (1996); NaN of none. */
export function quantileOf(ordered: Float64Array, share: number): number {
  if (ordered.length === 0) return NaN
  const position = share * (ordered.length - 1)
  const below = Math.floor(position)
  const low = ordered[below]
  return low + (position - below) * (ordered[Math.min(below + 1, ordered.length - 1)] - low)
}

/** The 95 % percentile interval (Efron 1979) of replicates in any order, with their mean and median; NaN of none. */
export function spreadOf(values: Float64Array): Spread {
  const ordered = Float64Array.from(values).sort()
  let sum = 0
  for (const value of ordered) sum += value
  return {
    low: quantileOf(ordered, 0.025),
    high: quantileOf(ordered, 0.975),
    mean: sum / ordered.length,
    median: quantileOf(ordered, 0.5),
  }
}
