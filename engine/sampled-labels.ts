import type { Mixture } from '../core/mixture/types.ts'
import { createWorkControl } from '../workers/control.ts'
import type { Pool } from '../workers/pool.ts'
import type { ClusterLabels } from './cluster-labels.ts'
import type { DrawnRowsOf } from './drawn-rows.ts'
import { labelRows } from './labelling.ts'
import { gather } from './sample-rows.ts'

/** A fair sample of the rows of a fit, always the same, and what restarts make of it. */
export interface SampledLabels {
  rows: Uint32Array
  /** Rows used that it was drawn from. */
  of: number
  /** Labels of the sample, counted once for each mixture; rejected where it can label no row. */
  labels(mixture: Mixture): Promise<Uint8Array>
}

/** One sample per fit, known by its columns. */
export function createSampledLabels(
  pool: Pool,
  drawnRows: DrawnRowsOf,
  limit: number,
  clusterLabels: Pick<ClusterLabels, 'known'>,
): (columns: readonly Float64Array[]) => SampledLabels {
  const samples = new WeakMap<readonly Float64Array[], SampledLabels>()

  function sampleOf(columns: readonly Float64Array[]): SampledLabels {
    const { rows, usable } = drawnRows(columns, limit)
    const taken = columns.map((column) => gather(column, rows))
    const known = new WeakMap<Mixture, Promise<Uint8Array>>()
    const counted = async (mixture: Mixture) =>
      (await labelRows(pool, mixture, taken, {}, createWorkControl())).labels
    return {
      rows,
      of: usable.length,
      labels(mixture) {
        const before = known.get(mixture)
        if (before !== undefined) return before
        const labels =
          clusterLabels.known(mixture)?.then((all) => Uint8Array.from(rows, (row) => all[row])) ??
          counted(mixture)
        known.set(mixture, labels)
        labels.catch(() => known.delete(mixture))
        return labels
      },
    }
  }

  return (columns) => {
    const sample = samples.get(columns) ?? sampleOf(columns)
    samples.set(columns, sample)
    return sample
  }
}
