import { meanResponsibilities, misclassification } from '../../core/mixture/certainty/overlap.ts'
import { groupOf, UNLABELLED } from '../../core/mixture/partition.ts'
import { weightAt } from '../../core/mixture/row-weights.ts'
import { createRankedRows } from '../../core/mixture/ranked-rows.ts'
import type { Mixture } from '../../core/mixture/types.ts'
import type { CertaintyView } from '../../contract/views.ts'
import { createWorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import type { Fitted } from '../fits/fits.ts'
import { inBlocks } from '../in-blocks.ts'
import { labelRows } from '../labelling.ts'
import { gather } from '../sample-rows.ts'
import type { Rating } from './ratings.ts'

const BINS = 50
const LISTED = 200

/** What a page shows of a rating: sums by cluster, overlap, a histogram, and the most uncertain rows. */
export async function certaintyOf(
  pool: Pool,
  { fit, mixture }: Pick<Fitted, 'fit' | 'mixture'>,
  rating: Rating,
): Promise<CertaintyView> {
  const { components, groups, labels, uncertainty, entropy, weights } = rating
  const rows = new Float64Array(groups)
  const counts = new Float64Array(groups)
  const uncertainties = new Float64Array(groups)
  const entropies = new Float64Array(groups)
  const histogram = new Float64Array(groups * BINS)
  const ranked = createRankedRows(LISTED)
  await inBlocks(labels.length, (from, to) => {
    for (let row = from; row < to; row++) {
      if (labels[row] === UNLABELLED) continue
      const label = groupOf(labels[row], components)
      const weight = weightAt(weights, row)
      rows[label]++
      counts[label] += weight
      uncertainties[label] += weight * uncertainty[row]
      entropies[label] += weight * entropy[row]
      histogram[label * BINS + Math.min(BINS - 1, Math.floor((1 - uncertainty[row]) * BINS))] += weight
      if (uncertainty[row] > 0) ranked.offer(row, uncertainty[row])
    }
  })
  const listed = Uint32Array.from(ranked.list(), ({ row }) => row)
  return {
    rows: rating.rows,
    count: rating.count,
    noise: groups > components,
    clusters: Array.from(rows, (held, k) => ({
      rows: held,
      count: counts[k],
      uncertainty: uncertainties[k] / counts[k],
      entropy: entropies[k] / counts[k],
    })),
    overlap: meanResponsibilities(rating.overlap, groups),
    misclassified: misclassification(rating.overlap, groups),
    histogram,
    bins: BINS,
    least: await leastCertain(pool, mixture, fit.columns, rating, listed),
  }
}

async function leastCertain(
  pool: Pool,
  mixture: Mixture,
  columns: readonly Float64Array[],
  { components, groups, labels, entropy, logDensity }: Rating,
  rows: Uint32Array,
): Promise<CertaintyView['least']> {
  const taken = columns.map((column) => gather(column, rows))
  const wanted = { posteriors: true, noise: groups > components }
  const { posteriors, noise } = await labelRows(pool, mixture, taken, wanted, createWorkControl())
  const shareOf = (at: number, group: number) =>
    (group === components ? noise?.[at] : posteriors?.[at * components + group]) ?? NaN
  const own = Uint8Array.from(rows, (row) => groupOf(labels[row], components))
  const next = Uint8Array.from(rows, (_, at) => {
    let best = -1
    for (let k = 0; k < groups; k++)
      if (k !== own[at] && (best < 0 || shareOf(at, k) > shareOf(at, best))) best = k
    return best
  })
  return {
    rows,
    cluster: own,
    next,
    responsibility: Float64Array.from(rows, (_, at) => shareOf(at, own[at])),
    nextResponsibility: Float64Array.from(rows, (_, at) => shareOf(at, next[at])),
    entropy: Float64Array.from(rows, (row) => entropy[row]),
    logDensity: Float64Array.from(rows, (row) => logDensity[row]),
  }
}
