import { NOISE_LABEL } from '../partition.ts'
import { cumulated, firstAbove } from '../row-weights.ts'

/** What is made of the label of a row that is used. */
export type Status = 'classified' | 'unclassified' | 'outlier' | 'noise'

/** Below what rows are left unclassified or marked as outliers; null where they are not. */
export interface Thresholds {
  /** A row whose largest responsibility is below this is unclassified. */
  responsibility: number | null
  /** A row whose log density is below this is an outlier. */
  logDensity: number | null
}

/** Whether the largest responsibility, 1 − uncertainty, is below a threshold. False for NaN. */
export const isUnclassified = (uncertainty: number, least: number): boolean => 1 - uncertainty < least

/**
 * Noise stays noise. Then outliers: a row that is unlike every component belongs to none of them, however sure the responsibilities
 * are. Of a row with a label.
 */
export function statusOf(
  label: number,
  uncertainty: number,
  logDensity: number,
  { responsibility, logDensity: lowest }: Thresholds,
): Status {
  if (label === NOISE_LABEL) return 'noise'
  if (lowest !== null && logDensity < lowest) return 'outlier'
  if (responsibility !== null && isUnclassified(uncertainty, responsibility)) return 'unclassified'
  return 'classified'
}

/**
 * The log density below which a share of the rows lies: that of the row with ⌊share · n⌋ rows beneath it, so that at most so many are
 * strictly below, and exactly so many where no two are alike. `sorted` [n or longer] rising; NaN for no row.
 */
export function lowestShare(sorted: Float64Array, n: number, share: number): number {
  return n === 0 ? NaN : sorted[Math.min(n - 1, Math.floor(share * n))]
}

/**
 * The same where rows count differently: the log density strictly below which lie rows of at most that share of all weights, as if each
 * row stood as often as it weighs. `ends` [n] as of `weightsBelow`.
 */
export function lowestShareByWeight(sorted: Float64Array, ends: Float64Array, share: number): number {
  const all = ends.at(-1) ?? 0
  return all > 0 ? sorted[firstAbove(ends, share * all)] : NaN
}

/**
 * What the rows weigh in all up to and with each place of their sorted values [n]; equal values count at the first of their places.
 * `values` [rows] in any order, `weights` [rows] 0 or above.
 */
export function weightsBelow(
  sorted: Float64Array,
  values: Float64Array,
  weights: Float64Array,
): Float64Array {
  const at = new Float64Array(sorted.length)
  for (let row = 0; row < values.length; row++)
    if (weights[row] > 0 && !Number.isNaN(values[row])) at[firstNotBelow(sorted, values[row])] += weights[row]
  return cumulated(at)
}

function firstNotBelow(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}
