import { isCluster } from '../../core/mixture/partition.ts'
import type { SilhouetteView } from '../../contract/views.ts'
import type { WorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import type { DrawnRowsOf } from '../drawn-rows.ts'
import type { Fitted } from '../fits/fits.ts'
import { labelRows, shared } from '../labelling.ts'
import { rowWeightsOf } from '../row-weights.ts'
import { gather } from '../sample-rows.ts'
import { cancelled } from '../work.ts'

/** Rows that are compared each with each: a few tenths of a second with a dozen columns. */
const SAMPLE = 2_000

/** Silhouettes of a fair sample of the rows, the same for every restart of a fit; those that are noise are left out of it. */
export async function silhouetteOf(
  pool: Pool,
  drawnRows: DrawnRowsOf,
  { fit, mixture }: Pick<Fitted, 'fit' | 'mixture'>,
  control: WorkControl,
): Promise<SilhouetteView> {
  const { components } = mixture
  const { rows, usable } = drawnRows(fit.columns, SAMPLE)
  const sample = fit.columns.map((column) => gather(column, rows))
  const { labels: all } = await labelRows(pool, mixture, sample, {}, control)
  const clustered = Uint32Array.from(all.keys()).filter((i) => isCluster(all[i]))
  const labels = Uint8Array.from(clustered, (i) => all[i])
  const weights = rowWeightsOf(fit)
  const counted = weights === null ? null : gather(gather(weights, rows), clustered)
  const each = weights === null ? null : gather(weights, rows)
  const widths = await pool.run('silhouette', {
    columns: sample.map((values) => gather(standardised(values, each), clustered)),
    labels,
    clusters: components,
    weights: counted && { values: counted, own: fit.weighting?.kind === 'frequency' ? 'one' : 'weight' },
    control: control.buffer,
  })
  if (control.stopped()) throw cancelled()
  const sizes = new Array<number>(components).fill(0)
  const sums = new Array<number>(components).fill(0)
  const counts = new Array<number>(components).fill(0)
  const negative = new Array<number>(components).fill(0)
  labels.forEach((label, i) => {
    sizes[label]++
    const weight = counted?.[i] ?? 1
    counts[label] += weight
    sums[label] += weight * widths[i]
    if (widths[i] < 0) negative[label]++
  })
  const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
  const average = total(sums) / total(counts)
  return {
    rows: labels.length,
    of: usable.length,
    average: Number.isNaN(average) ? null : average,
    clusters: sizes.map((count, k) => ({
      rows: count,
      average: count === 0 || Number.isNaN(sums[k]) ? null : sums[k] / counts[k],
      negative: negative[k],
    })),
  }
}

/** About its mean, in units of its standard deviation; only about its mean where it is constant. */
function standardised(values: Float64Array, weights: Float64Array | null): Float64Array {
  const share =
    weights === null
      ? () => 1 / values.length
      : (
          (all: number) => (i: number) =>
            weights[i] / all
        )(weights.reduce((sum, weight) => sum + weight, 0))
  const mean = values.reduce((sum, value, i) => sum + value * share(i), 0)
  const variance = values.reduce((sum, value, i) => sum + (value - mean) ** 2 * share(i), 0)
  const unit = variance > 0 && Number.isFinite(variance) ? Math.sqrt(variance) : 1
  const scaled = shared(values.length)
  for (let i = 0; i < values.length; i++) scaled[i] = (values[i] - mean) / unit
  return scaled
}
