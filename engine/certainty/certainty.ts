import { meanResponsibilities, misclassification } from '../../core/mixture/certainty/overlap.ts'
import { UNLABELLED } from '../../core/mixture/partition.ts'
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
  const { components, labels, uncertainty, entropy } = rating
  const rows = new Float64Array(components)
  const uncertainties = new Float64Array(components)
  const entropies = new Float64Array(components)
  const histogram = new Uint32Array(components * BINS)
  const ranked = createRankedRows(LISTED)
  await inBlocks(labels.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const label = labels[row]
      if (label === UNLABELLED) continue
      rows[label]++
      uncertainties[label] += uncertainty[row]
      entropies[label] += entropy[row]
      histogram[label * BINS + Math.min(BINS - 1, Math.floor((1 - uncertainty[row]) * BINS))]++
      if (uncertainty[row] > 0) ranked.offer(row, uncertainty[row])
    }
  })
  const listed = Uint32Array.from(ranked.list(), ({ row }) => row)
  return {
    rows: rating.rows,
    clusters: Array.from(rows, (count, k) => ({
      rows: count,
      uncertainty: uncertainties[k] / count,
      entropy: entropies[k] / count,
    })),
    overlap: meanResponsibilities(rating.overlap, components),
    misclassified: misclassification(rating.overlap, components),
    histogram,
    bins: BINS,
    least: await leastCertain(pool, mixture, fit.columns, rating, listed),
  }
}

async function leastCertain(
  pool: Pool,
  mixture: Mixture,
  columns: readonly Float64Array[],
  { components, labels, entropy, logDensity }: Rating,
  rows: Uint32Array,
): Promise<CertaintyView['least']> {
  const taken = columns.map((column) => gather(column, rows))
  const { posteriors } = await labelRows(pool, mixture, taken, { posteriors: true }, createWorkControl())
  const shareOf = (at: number, k: number) => posteriors?.[at * components + k] ?? NaN
  const next = Uint8Array.from(rows, (row, at) => {
    let best = -1
    for (let k = 0; k < components; k++)
      if (k !== labels[row] && (best < 0 || shareOf(at, k) > shareOf(at, best))) best = k
    return best
  })
  return {
    rows,
    cluster: Uint8Array.from(rows, (row) => labels[row]),
    next,
    responsibility: Float64Array.from(rows, (row, at) => shareOf(at, labels[row])),
    nextResponsibility: Float64Array.from(rows, (_, at) => shareOf(at, next[at])),
    entropy: Float64Array.from(rows, (row) => entropy[row]),
    logDensity: Float64Array.from(rows, (row) => logDensity[row]),
  }
}
