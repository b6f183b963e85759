import { setImmediate } from 'node:timers/promises'
import { adjustedRandIndex, contingency } from '../core/mixture/partition.ts'
import type { SimilarityView } from '../contract/views.ts'
import type { Pool } from '../workers/pool.ts'
import type { ClusterLabels } from './cluster-labels.ts'
import type { DrawnRowsOf } from './drawn-rows.ts'
import type { Fitted } from './fits/fits.ts'
import { createSampledLabels } from './sampled-labels.ts'

/** Rows on which many partitions are compared with each other. */
const COMPARED_ROWS = 20_000

/** How alike the partitions of restarts of one fit are, each with each. */
export type Similarity = (restarts: readonly Fitted[]) => Promise<SimilarityView>

export function createSimilarity(
  pool: Pool,
  drawnRows: DrawnRowsOf,
  clusterLabels: ClusterLabels,
): Similarity {
  const sampled = createSampledLabels(pool, drawnRows, COMPARED_ROWS, clusterLabels)
  return async (restarts) => {
    if (restarts.length === 0) return { adjustedRandIndex: new Float64Array(), rows: 0, of: 0 }
    const { rows, of, labels } = sampled(restarts[0].fit.columns)
    const partitions = await Promise.all(restarts.map(({ mixture }) => labels(mixture).catch(() => null)))
    const size = restarts.length
    const matrix = new Float64Array(size * size)
    for (let a = 0; a < size; a++) {
      await setImmediate()
      for (let b = a; b < size; b++) {
        const [left, right] = [partitions[a], partitions[b]]
        const index =
          left === null || right === null
            ? NaN
            : adjustedRandIndex(
                contingency(left, right, restarts[a].mixture.components, restarts[b].mixture.components),
              )
        matrix[a * size + b] = index
        matrix[b * size + a] = index
      }
    }
    return { adjustedRandIndex: matrix, rows: rows.length, of }
  }
}
