import { statusOf } from '../../core/mixture/certainty/status.ts'
import { countStatus, thresholdsOf, type Wanted } from '../certainty/doubtful.ts'
import type { Rating } from '../certainty/ratings.ts'
import type { ExtraColumn } from './extra-column.ts'

/** What is made of each row's label as a column of the labelled file, and by which thresholds. */
export interface StatusColumn extends ExtraColumn {
  record: object
}

/** Null where nothing was asked for. */
export function statusWanted(asked: {
  unclassified?: number | undefined
  outliers?: number | undefined
}): Wanted | null {
  const { unclassified = null, outliers = null } = asked
  return unclassified === null && outliers === null ? null : { unclassified, outliers }
}

export async function statusColumn(rating: Rating, wanted: Wanted): Promise<StatusColumn> {
  const { labels, uncertainty, logDensity, rows } = rating
  const thresholds = await thresholdsOf(rating, wanted)
  return {
    name: 'status',
    unused: 'unused',
    of: (row) => statusOf(labels[row], uncertainty[row], logDensity[row], thresholds),
    record: {
      unclassifiedBelow: wanted.unclassified,
      outlierShare: wanted.outliers,
      outliersBelowLogDensity: thresholds.logDensity,
      rows: { ...(await countStatus(rating, thresholds)), unused: labels.length - rows },
    },
  }
}
