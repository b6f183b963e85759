import type { Mixture } from '../../core/mixture/types.ts'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import type { MergeView } from '../../contract/views.ts'
import { createWorkControl, type WorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import type { Fitted } from '../fits/fits.ts'
import { labelRows } from '../labelling.ts'
import { cancelled } from '../work.ts'
import type { Mergings } from './mergings.ts'

/** Clusters that the components of a restart are merged into. */
export interface MergedLabels {
  clusters: number
  /** The cluster of each component [K], 0-based by decreasing weight. */
  partition: Uint8Array
  /** For every row of the file: 0-based cluster, 255 for a row that is not used. */
  labels: Uint8Array
}

export interface LabelMerged {
  /** Throws `invalid-input` where there are fewer components. */
  (fitted: Fitted, clusters: number, control?: WorkControl): Promise<MergedLabels>
  /** Lets go of all. */
  clear(): void
}

/** Labellings kept: those of what is looked at, and of one that it is compared with. */
const KEPT = 3

/** Labels asked for last are kept. */
export function createMergedLabels(pool: Pool, mergings: Mergings): LabelMerged {
  const kept: { mixture: Mixture; merged: MergedLabels }[] = []
  const labelMerged = async (
    fitted: Fitted,
    clusters: number,
    control = createWorkControl(),
  ): Promise<MergedLabels> => {
    const { fit, mixture } = fitted
    const partition = partitionOf(await mergings(fitted, control), clusters)
    const before = kept.find((each) => each.mixture === mixture && each.merged.clusters === clusters)
    if (before !== undefined) return before.merged
    const { labels } = await labelRows(pool, mixture, fit.columns, {}, control, partition)
    if (control.stopped()) throw cancelled()
    const merged = { clusters, partition, labels }
    kept.unshift({ mixture, merged })
    kept.length = Math.min(kept.length, KEPT)
    return merged
  }
  return Object.assign(labelMerged, { clear: () => void (kept.length = 0) })
}

/** The cluster of each component when there are so many clusters. Throws `invalid-input` where there are fewer components. */
export function partitionOf({ steps }: MergeView, clusters: number): Uint8Array {
  const step = steps.find((each) => each.clusters === clusters)
  if (step !== undefined) return Uint8Array.from(step.partition)
  throw new EngineError(
    'invalid-input',
    phrase('{length} components cannot be merged into {clusters} clusters.', {
      length: steps.length,
      clusters,
    }),
    phrase('Ask for 1 to {length}.', { length: steps.length }),
  )
}
