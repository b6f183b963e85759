import { say } from '../../../contract/words/say.ts'
import type { ModelView } from '../../../contract/views.ts'
import { formatNumber } from '../../format/number.ts'
import { numbers, type ChartTable } from './chart-table.ts'

/** Mean ± standard deviation of each component in every column drawn, in the column's own units. */
export function tableProfiles(
  columns: readonly { name: string; at: number }[],
  model: ModelView,
  order: readonly number[],
  nameOf: (component: number) => string,
): ChartTable {
  const d = model.columns.length
  return {
    label: say('Mean ± standard deviation of each cluster in every column'),
    columns: [{ name: say('Cluster') }, ...numbers(...columns.map(({ name }) => name))],
    rows: order.length,
    cellsOf(row) {
      const k = order[row] ?? 0
      const cells = columns.map(({ at }) => {
        const deviation = Math.sqrt(model.covariances[(k * d + at) * d + at] ?? NaN)
        return `${formatNumber(model.means[k * d + at] ?? NaN)} ± ${formatNumber(deviation, 3)}`
      })
      return [nameOf(k), ...cells]
    },
  }
}
