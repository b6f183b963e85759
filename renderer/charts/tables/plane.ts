import type { ModelView, PointsView } from '../../../contract/views.ts'
import { formatCount, formatFixed, formatNumber, formatShare } from '../../format/number.ts'
import { formatWeight } from '../../format/weighting.ts'
import { planeComponents } from '../plane-components.ts'
import { numbers, type ChartTable } from './chart-table.ts'

/** What the components of a model are in the plane of a scatter: a row for each, in the order given. */
export function tablePlane(
  points: PointsView,
  model: ModelView,
  order: readonly number[],
  nameOf: (component: number) => string,
): ChartTable {
  const { x, y } = points.axisNames
  const components = planeComponents(model, points.projection)
  const flat = points.projection.origin.length === 1
  return {
    label: flat ? `Clusters along ${x}` : `Clusters in the plane of ${x} and ${y}`,
    columns: [
      { name: 'Cluster' },
      ...numbers('Rows', ...(model.counts ? ['Weigh'] : []), 'Weight', `Mean of ${x}`, `SD of ${x}`),
      ...(flat ? [] : numbers(`Mean of ${y}`, `SD of ${y}`, 'Correlation')),
    ],
    rows: order.length,
    cellsOf(row) {
      const k = order[row] ?? 0
      const { x: meanX = NaN, y: meanY = NaN, covariance } = components[k] ?? {}
      const { xx = NaN, xy = NaN, yy = NaN } = covariance ?? {}
      const across = [formatNumber(meanX), formatNumber(Math.sqrt(xx))]
      const up = [formatNumber(meanY), formatNumber(Math.sqrt(yy)), formatFixed(xy / Math.sqrt(xx * yy), 3)]
      const size = formatCount(model.sizes[k] ?? 0)
      const weigh = model.counts === undefined ? [] : [formatWeight(model.counts[k] ?? 0)]
      return [nameOf(k), size, ...weigh, formatShare(model.weights[k] ?? 0), ...across, ...(flat ? [] : up)]
    },
  }
}
