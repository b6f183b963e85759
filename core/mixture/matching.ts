import { assign } from './assignment.ts'
import { NOISE_LABEL, type Contingency } from './partition.ts'
import type { Mixture } from './types.ts'

export interface ComponentMatch {
  /** For each component of the left its component of the right; −1 where none is left over. */
  match: Int32Array
  /**
   * The largest difference between matched components: of weights, of means in units of a column, of covariances in units of
   * two columns. The unit of a column is its `spread` or the standard deviation of a component, whichever is larger.
   * Infinity where the numbers of components differ.
   */
  distance: number
}

/**
 * Matches the components of two mixtures of equal dimension by their parameters. `spread` [d]: the column standard deviations. Differences
 * from `enough` on count as equally large: they are not computed to their end.
 */
export function matchComponents(
  left: Mixture,
  right: Mixture,
  spread: Float64Array,
  enough = Infinity,
): ComponentMatch {
  const cost = new Float64Array(left.components * right.components)
  for (let a = 0; a < left.components; a++) {
    for (let b = 0; b < right.components; b++)
      cost[a * right.components + b] = difference(left, a, right, b, spread, enough)
  }
  const match = assign(cost, left.components, right.components)
  let distance = left.components === right.components ? 0 : Infinity
  match.forEach((b, a) => {
    if (b >= 0) distance = Math.max(distance, cost[a * right.components + b])
  })
  return { match, distance }
}

/** Matches clusters by the rows they share: cost 1 − |A ∩ B| / |A ∪ B|. For each cluster of the left its one of the right, or −1. */
export function matchPartitions(table: Contingency): Int32Array {
  const { left, right, counts, leftSizes, rightSizes } = table
  const cost = new Float64Array(left * right)
  for (let a = 0; a < left; a++) {
    for (let b = 0; b < right; b++) {
      const shared = counts[a * right + b]
      const union = leftSizes[a] + rightSizes[b] - shared
      cost[a * right + b] = union > 0 ? 1 - shared / union : 1
    }
  }
  return assign(cost, left, right)
}

/** What a label of the one side is on the other, −1 where it is nothing there; noise is noise. */
export function matchedLabel(match: Int32Array, label: number): number {
  return label === NOISE_LABEL ? NOISE_LABEL : (match[label] ?? -1)
}

function difference(
  left: Mixture,
  a: number,
  right: Mixture,
  b: number,
  spread: Float64Array,
  enough: number,
): number {
  const d = left.dimension
  const unit = (i: number) =>
    Math.max(
      spread[i],
      Math.sqrt(left.covariances[(a * d + i) * d + i]),
      Math.sqrt(right.covariances[(b * d + i) * d + i]),
    )
  let worst = Math.abs(left.weights[a] - right.weights[b])
  for (let i = 0; i < d && worst < enough; i++)
    worst = Math.max(worst, Math.abs(left.means[a * d + i] - right.means[b * d + i]) / unit(i))
  for (let i = 0; i < d && worst < enough; i++) {
    for (let j = 0; j <= i; j++) {
      const gap = Math.abs(left.covariances[(a * d + i) * d + j] - right.covariances[(b * d + i) * d + j])
      worst = Math.max(worst, gap / unit(i) / unit(j))
    }
  }
  return Math.min(worst, enough)
}
