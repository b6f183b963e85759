import { createPosterior, type Posterior } from '../../core/mixture/posterior.ts'
import type { SampleLabels } from '../../core/mixture/sameness.ts'
import type { Mixture } from '../../core/mixture/types.ts'
import { gather, sampleRows } from '../sample-rows.ts'

/** Rows on which two restarts are compared where their parameters do not decide. */
const COMPARED_ROWS = 2_000

/** Labels each mixture once, when it is first asked for; null where it cannot label any row. */
export function createSampleLabels(columns: readonly Float64Array[], usedRows: Uint32Array): SampleLabels {
  const rows = sampleRows(usedRows, COMPARED_ROWS)
  const sample = columns.map((column) => gather(column, rows))
  const known = new WeakMap<Mixture, Uint8Array | null>()
  const label = (mixture: Mixture) => {
    const posterior = posteriorOf(mixture)
    if (posterior === null) return null
    const labels = new Uint8Array(rows.length)
    const target = { labels, uncertainty: null, logDensity: null, posteriors: null }
    posterior.evaluate(sample, 0, rows.length, target)
    return labels
  }
  return (mixture) => {
    const before = known.get(mixture)
    if (before !== undefined) return before
    const labels = label(mixture)
    known.set(mixture, labels)
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
