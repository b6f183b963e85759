import { say } from '../../../contract/words/say.ts'
import type { ClusterStability } from '../../../contract/resampling-views.ts'
import { formatFixed } from '../../format/number.ts'
import { GRADE_WORDS } from '../../format/resampling-words.ts'
import { numbers, type ChartTable } from './chart-table.ts'

/** The Jaccard similarity of each cluster: its mean and the middle 95 % of the replicates. */
export function tableJaccard(clusters: readonly ClusterStability[], styles: readonly number[]): ChartTable {
  return {
    label: say('Jaccard similarity of each cluster'),
    columns: [
      { name: say('Cluster') },
      ...numbers(say('Mean'), say('From'), say('To')),
      { name: say('Grade') },
    ],
    rows: clusters.length,
    cellsOf(row) {
      const cluster = clusters[row]
      if (cluster === undefined) return []
      const { mean, low, high, grade } = cluster
      const figures = [mean, low, high].map((value) => formatFixed(value, 3))
      return [String((styles[row] ?? row) + 1), ...figures, GRADE_WORDS[grade]]
    },
  }
}
