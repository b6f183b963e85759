import { say } from '../../../contract/words/say.ts'
import type { ModelView } from '../../../contract/views.ts'
import { formatFixed, formatNumber } from '../../format/number.ts'
import { numbers, type ChartTable } from './chart-table.ts'

/** A panel of a scatter matrix: two columns by their names and their places among the columns of the fit. */
export interface PairOfColumns {
  across: { name: string; at: number }
  up: { name: string; at: number }
}

/** What each component is in every panel of a scatter matrix: all components of one panel, then those of the next. */
export function tablePairs(
  pairs: readonly PairOfColumns[],
  model: ModelView,
  order: readonly number[],
  nameOf: (component: number) => string,
): ChartTable {
  const d = model.columns.length
  const mean = (k: number, at: number) => model.means[k * d + at] ?? NaN
  const covariance = (k: number, a: number, b: number) => model.covariances[(k * d + a) * d + b] ?? NaN
  return {
    label: say('Clusters in each panel of the scatter matrix'),
    columns: [
      { name: say('Across, up') },
      { name: say('Cluster') },
      ...numbers(say('Mean across'), say('SD across'), say('Mean up'), say('SD up'), say('Correlation')),
    ],
    rows: pairs.length * order.length,
    cellsOf(row) {
      const pair = pairs[Math.floor(row / order.length)]
      const k = order[row % order.length] ?? 0
      if (pair === undefined) return []
      const [a, b] = [pair.across.at, pair.up.at]
      const [aa, bb] = [Math.sqrt(covariance(k, a, a)), Math.sqrt(covariance(k, b, b))]
      const places = [mean(k, a), aa, mean(k, b), bb].map((value) => formatNumber(value))
      const together = formatFixed(covariance(k, a, b) / (aa * bb), 3)
      return [`${pair.across.name}, ${pair.up.name}`, nameOf(k), ...places, together]
    },
  }
}
