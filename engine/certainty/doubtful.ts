import {
  isUnclassified,
  statusOf,
  type Status,
  type Thresholds,
} from '../../core/mixture/certainty/status.ts'
import { isCluster, UNLABELLED } from '../../core/mixture/partition.ts'
import { weightAt } from '../../core/mixture/row-weights.ts'
import type { RowMask } from '../../contract/row-mask.ts'
import type { DoubtfulView } from '../../contract/views.ts'
import { inBlocks } from '../in-blocks.ts'
import { rowsWhere } from '../rows-where.ts'
import type { Rating } from './ratings.ts'

/** What was asked for: a least responsibility, and a share of the rows. */
export interface Wanted {
  unclassified: number | null
  outliers: number | null
}

export async function thresholdsOf(rating: Rating, { unclassified, outliers }: Wanted): Promise<Thresholds> {
  return {
    responsibility: unclassified,
    logDensity: outliers === null ? null : await rating.lowest(outliers),
  }
}

/** Counts over all rows of clusters: noise is neither unclassified nor an outlier. */
export async function doubtfulOf(rating: Rating, wanted: Wanted): Promise<DoubtfulView> {
  const { components, labels, uncertainty, logDensity, weights } = rating
  const { responsibility, logDensity: lowest } = await thresholdsOf(rating, wanted)
  const unclassified = new Array<number>(components).fill(0)
  const outliers = new Array<number>(components).fill(0)
  const counts = { unclassified: 0, outliers: 0, both: 0 }
  let both = 0
  await inBlocks(labels.length, (from, to) => {
    for (let row = from; row < to; row++) {
      const label = labels[row]
      if (!isCluster(label)) continue
      const unsure = responsibility !== null && isUnclassified(uncertainty[row], responsibility)
      const unlikely = lowest !== null && logDensity[row] < lowest
      if (!unsure && !unlikely) continue
      const weight = weightAt(weights, row)
      if (unsure) unclassified[label]++
      if (unlikely) outliers[label]++
      if (unsure && unlikely) both++
      if (unsure) counts.unclassified += weight
      if (unlikely) counts.outliers += weight
      if (unsure && unlikely) counts.both += weight
    }
  })
  return { unclassified, outliers, both, counts, logDensity: lowest }
}

/** The rows counted. */
export async function doubtfulMask(rating: Rating, wanted: Wanted): Promise<RowMask> {
  const { labels, uncertainty, logDensity } = rating
  const { responsibility, logDensity: lowest } = await thresholdsOf(rating, wanted)
  return rowsWhere(
    labels.length,
    (row) =>
      isCluster(labels[row]) &&
      ((responsibility !== null && isUnclassified(uncertainty[row], responsibility)) ||
        (lowest !== null && logDensity[row] < lowest)),
  )
}

/** Rows used by what is made of their label. */
export async function countStatus(rating: Rating, thresholds: Thresholds): Promise<Record<Status, number>> {
  const { labels, uncertainty, logDensity } = rating
  const counts = { classified: 0, unclassified: 0, outlier: 0, noise: 0 }
  await inBlocks(labels.length, (from, to) => {
    for (let row = from; row < to; row++)
      if (labels[row] !== UNLABELLED)
        counts[statusOf(labels[row], uncertainty[row], logDensity[row], thresholds)]++
  })
  return counts
}
