import { setImmediate } from 'node:timers/promises'
import { adjustedRandIndex, contingency, UNLABELLED } from '../../core/mixture/partition.ts'
import type { KnownAllView } from '../../contract/views.ts'
import type { Pool } from '../../workers/pool.ts'
import type { ClusterLabels } from '../cluster-labels.ts'
import type { DrawnRowsOf } from '../drawn-rows.ts'
import type { Fitted } from '../fits/fits.ts'
import type { LabelColumns } from '../label-column.ts'
import { createSampledLabels } from '../sampled-labels.ts'

/** Rows on which many partitions are compared with what is known. */
const COMPARED_ROWS = 20_000

/** How near restarts of one fit are to a column that says what rows are. */
export type KnownAll = (restarts: readonly Fitted[], column: number) => Promise<KnownAllView>

export function createKnownAll(
  pool: Pool,
  drawnRows: DrawnRowsOf,
  labelColumns: LabelColumns,
  clusterLabels: ClusterLabels,
): KnownAll {
  const sampled = createSampledLabels(pool, drawnRows, COMPARED_ROWS, clusterLabels)
  return async (restarts, column) => {
    if (restarts.length === 0) return { adjustedRandIndex: new Float64Array(), rows: 0, of: 0 }
    const { fit } = restarts[0]
    const { codes, names } = await labelColumns(fit.dataset, column)
    const { rows, labels } = sampled(fit.columns)
    const own = Uint8Array.from(rows, (row) => codes[row])
    const indices = new Float64Array(restarts.length).fill(NaN)
    for (const [at, { mixture }] of restarts.entries()) {
      await setImmediate()
      const clusters = await labels(mixture).catch(() => null)
      if (clusters !== null)
        indices[at] = adjustedRandIndex(contingency(clusters, own, mixture.components, names.length))
    }
    const known = (list: Uint8Array) => list.reduce((sum, code) => sum + (code === UNLABELLED ? 0 : 1), 0)
    const usable = drawnRows(fit.columns, fit.columns[0].length).rows
    return {
      adjustedRandIndex: indices,
      rows: known(own),
      of: usable.reduce((sum, row) => sum + (codes[row] === UNLABELLED ? 0 : 1), 0),
    }
  }
}
