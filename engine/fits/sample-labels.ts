import { createPosterior, type Posterior } from '../../core/mixture/posterior.ts'
import type { Candidate } from '../../core/mixture/solutions.ts'
import type { Mixture } from '../../core/mixture/types.ts'
import { gather, sampleRows } from '../sample-rows.ts'

/** Labels of a restart on a fixed sample of rows, or null where its model cannot label any. */
export type SampleLabels = (candidate: Candidate) => Uint8Array | null

/** Rows on which two restarts are compared where their parameters do not decide. */
const COMPARED_ROWS = 2_000

/** Labels each restart once, when it is first asked for. */
export function createSampleLabels(columns: readonly Float64Array[], usedRows: Uint32Array): SampleLabels {
  const rows = sampleRows(usedRows, COMPARED_ROWS)
  const sample = columns.map((column) => gather(column, rows))
  const known = new Map<string, Uint8Array | null>()
  const label = (mixture: Mixture | null) => {
    const posterior = mixture === null ? null : posteriorOf(mixture)
    if (posterior === null) return null
    const labels = new Uint8Array(rows.length)
    const target = { labels, uncertainty: null, logDensity: null, posteriors: null }
    posterior.evaluate(sample, 0, rows.length, target)
    return labels
  }
  return ({ id, mixture }) => {
    const before = known.get(id)
    if (before !== undefined) return before
    const labels = label(mixture)
    known.set(id, labels)
    return labels
  }
}

/** Null where rounding to the columns' units left a covariance singular: one such model must not cost the whole fit. */
function posteriorOf(mixture: Mixture): Posterior | null {
  try {
    return createPosterior(mixture)
  } catch {
    return null
  }
}
