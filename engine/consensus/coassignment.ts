import { setImmediate } from 'node:timers/promises'
import { coassign, cohesion, labelPatterns } from '../../core/mixture/consensus.ts'
import type { CoassignmentView } from '../../contract/views.ts'
import type { WorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import type { ClusterLabels } from '../cluster-labels.ts'
import type { DrawnRowsOf } from '../drawn-rows.ts'
import { clusterSizes } from '../labelling.ts'
import { createSampledLabels } from '../sampled-labels.ts'
import { cancelled } from '../work.ts'
import type { Electorate } from './electorate.ts'

/** Rows of the matrix. */
const SHOWN = 2_000
/** Rows of the matrix filled between two breaths. */
const RUN = 20

export type Coassign = (electorate: Electorate, control: WorkControl) => Promise<CoassignmentView>

/** How often two rows of a fair sample are put together, ordered so that blocks show. */
export function createCoassignment(
  pool: Pool,
  drawnRows: DrawnRowsOf,
  clusterLabels: ClusterLabels,
): Coassign {
  const sampled = createSampledLabels(pool, drawnRows, SHOWN, clusterLabels)
  return async ({ reference, solutions }, control) => {
    const sample = sampled(reference.fit.columns)
    const own = await sample.labels(reference.mixture)
    const labellings = await Promise.all(solutions.map(({ fitted }) => sample.labels(fitted.mixture)))
    const weights = solutions.map(({ weight }) => weight)
    const patterns = labelPatterns([own, ...labellings], own.length)
    const count = patterns.example.length
    const together = new Float32Array(count * count)
    for (let at = 0; at < count; at++) {
      if (at % RUN === 0) await setImmediate()
      if (control.stopped()) throw cancelled()
      coassign(labellings, weights, patterns, at, together.subarray(at * count, (at + 1) * count))
    }
    const { pattern } = patterns
    const close = cohesion(together, patterns, own)
    const order = Uint32Array.from(own.keys()).sort(
      (a, b) =>
        own[a] - own[b] ||
        close[pattern[b]] - close[pattern[a]] ||
        pattern[a] - pattern[b] ||
        sample.rows[a] - sample.rows[b],
    )
    return {
      rows: order.map((i) => sample.rows[i]),
      sizes: clusterSizes(own, reference.mixture.components),
      pattern: order.map((i) => pattern[i]),
      together,
      patterns: count,
      of: sample.of,
    }
  }
}
