import { matchPartitions } from '../core/mixture/matching.ts'
import { adjustedRandIndex, contingency, variationOfInformation } from '../core/mixture/partition.ts'
import type { CompareView } from '../contract/views.ts'
import { createWorkControl } from '../workers/control.ts'
import type { Pool } from '../workers/pool.ts'
import type { Fitted } from './fits/fits.ts'
import { labelRows } from './labelling.ts'

/** Two restarts of one fit by the labels they give to every row used. */
export async function compare(pool: Pool, left: Fitted, right: Fitted): Promise<CompareView> {
  const control = createWorkControl()
  const [a, b] = await Promise.all(
    [left, right].map(({ fit, mixture }) => labelRows(pool, mixture, fit.columns, {}, control)),
  )
  const table = contingency(a.labels, b.labels, left.mixture.components, right.mixture.components)
  return {
    match: Array.from(matchPartitions(table)),
    adjustedRandIndex: adjustedRandIndex(table),
    variationOfInformation: variationOfInformation(table),
    contingency: Array.from({ length: table.left }, (_, k) =>
      Array.from(table.counts.subarray(k * table.right, (k + 1) * table.right)),
    ),
  }
}
