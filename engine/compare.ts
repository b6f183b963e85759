import { matchPartitions } from '../core/mixture/matching.ts'
import { adjustedRandIndex, variationOfInformation } from '../core/mixture/partition.ts'
import type { CompareView } from '../contract/views.ts'
import type { ClusterLabels } from './cluster-labels.ts'
import { contingencyOf } from './contingency-of.ts'
import type { Fitted } from './fits/fits.ts'

/** Two restarts of one fit by the labels they give to every row used. */
export async function compare(
  clusterLabels: ClusterLabels,
  left: Fitted,
  right: Fitted,
): Promise<CompareView> {
  const [a, b] = await Promise.all([clusterLabels(left), clusterLabels(right)])
  const table = await contingencyOf(a, b, left.mixture.components, right.mixture.components)
  return {
    match: Array.from(matchPartitions(table)),
    adjustedRandIndex: adjustedRandIndex(table),
    variationOfInformation: variationOfInformation(table),
    contingency: Array.from({ length: table.left }, (_, k) =>
      Array.from(table.counts.subarray(k * table.right, (k + 1) * table.right)),
    ),
  }
}
