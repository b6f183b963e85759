export interface Histogram {
  low: number
  high: number
  /** Counts of equal-width bins from low to high; the last one holds `high` too. */
  counts: number[]
}

const BINS = 24

/**
 * Counts a column's numbers, NaN left out, in 24 bins of equal width from `low` to `high`, its least and greatest; by what rows weigh
 * where `weights` [rows] are given.
 */
export function histogram(
  values: Float64Array,
  low: number,
  high: number,
  weights: Float64Array | null = null,
): Histogram {
  const counts = new Float64Array(BINS)
  // Halved: high − low can overflow.
  const half = high / 2 - low / 2
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (value !== value) continue
    const place = half > 0 ? (((value / 2 - low / 2) / half) * BINS) | 0 : 0
    counts[place < BINS ? place : BINS - 1] += weights === null ? 1 : weights[i]
  }
  return { low, high, counts: Array.from(counts) }
}
