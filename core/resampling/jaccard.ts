import { matchPartitions } from '../mixture/matching.ts'
import type { Contingency } from '../mixture/partition.ts'

/** Clusters of a reference found again in another partition of the same rows. */
export interface Recovery {
  /** For each cluster of the left its one of the right, −1 where none is left over. */
  match: Int32Array
  /** Jaccard similarity |A ∩ B| / |A ∪ B| of each cluster of the left and its one of the right; 0 where it has none. */
  jaccard: Float64Array
}

/**
 * Cluster-wise Jaccard similarities (Hennig 2007) after matching one to one; Hennig takes the most similar cluster, which two
 * clusters of the left may share.
 */
export function recovery(table: Contingency): Recovery {
  const { left, right, counts, leftSizes, rightSizes } = table
  const match = matchPartitions(table)
  const jaccard = new Float64Array(left)
  for (let a = 0; a < left; a++) {
    const b = match[a]
    if (b < 0) continue
    const shared = counts[a * right + b]
    const union = leftSizes[a] + rightSizes[b] - shared
    jaccard[a] = union > 0 ? shared / union : 0
  }
  return { match, jaccard }
}

/** What Hennig (2007) reads from the mean Jaccard similarity of a cluster. */
export type StabilityGrade = 'highly-stable' | 'valid' | 'doubtful' | 'unstable' | 'dissolved'

/** From 0.85 on highly stable, from 0.75 valid, from 0.6 doubtful; up to 0.5 the cluster dissolves (Hennig 2007, 2008). */
export function stabilityGrade(mean: number): StabilityGrade {
  if (mean >= 0.85) return 'highly-stable'
  if (mean >= 0.75) return 'valid'
  if (mean >= 0.6) return 'doubtful'
  return mean > 0.5 ? 'unstable' : 'dissolved'
}
