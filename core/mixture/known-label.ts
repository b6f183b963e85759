import { matchPartitions } from './matching.ts'
import { adjustedRandIndex, variationOfInformation, type Contingency } from './partition.ts'

/** How clusters (left) compare with categories that are known (right), over the rows of the table. */
export interface KnownAgreement {
  /** Hubert & Arabie 1985: 1 for equal partitions, about 0 for unrelated ones. */
  adjustedRandIndex: number
  /**
   * Mutual information ÷ the mean of the two entropies (Strehl & Ghosh 2002 with the arithmetic mean, as scikit-learn has it): 0 where
   * clusters tell nothing about categories, 1 where each tells the other; 1 where both have one part only.
   */
  normalisedMutualInformation: number
  /** Σ over clusters of the rows of its most frequent category ÷ rows; NaN without rows. Never falls where clusters are split. */
  purity: number
  /** The most frequent category of each cluster, the lower of equal ones; −1 for a cluster without rows. */
  majority: number[]
  /** The cluster of each category, one to one, by the rows they share; −1 where none that shares a row is left over. */
  clusterOf: number[]
  /** Rows that are not in the cluster of their category. */
  misplaced: number
}

/** Compares clusters with categories. */
export function compareWithKnown(table: Contingency): KnownAgreement {
  const { left: clusters, right: categories, counts, rows } = table
  const clusterOf = new Array<number>(categories).fill(-1)
  let placed = 0
  matchPartitions(table).forEach((category, cluster) => {
    const shared = category < 0 ? 0 : counts[cluster * categories + category]
    if (shared === 0) return
    clusterOf[category] = cluster
    placed += shared
  })
  const majority = Array.from({ length: clusters }, (_, cluster) => mostFrequent(table, cluster))
  const pure = majority.reduce(
    (sum, category, cluster) => (category < 0 ? sum : sum + counts[cluster * categories + category]),
    0,
  )
  return {
    adjustedRandIndex: adjustedRandIndex(table),
    normalisedMutualInformation: normalisedMutualInformation(table),
    purity: pure / rows,
    majority,
    clusterOf,
    misplaced: rows - placed,
  }
}

/** From VI = H(A) + H(B) − 2 I it follows that 2 I ÷ (H(A) + H(B)) = 1 − VI ÷ (H(A) + H(B)). */
function normalisedMutualInformation(table: Contingency): number {
  const both = entropy(table.leftSizes, table.rows) + entropy(table.rightSizes, table.rows)
  return both > 0 ? Math.max(0, 1 - variationOfInformation(table) / both) : 1
}

function entropy(sizes: Float64Array, rows: number): number {
  return sizes.reduce((sum, size) => (size > 0 ? sum - (size / rows) * Math.log(size / rows) : sum), 0)
}

function mostFrequent({ right, counts, leftSizes }: Contingency, cluster: number): number {
  if (leftSizes[cluster] === 0) return -1
  const own = counts.subarray(cluster * right, (cluster + 1) * right)
  return own.indexOf(Math.max(...own))
}
