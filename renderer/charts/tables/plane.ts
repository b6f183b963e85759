import { hearAxis } from '../../../contract/words/hear.ts'
import { say } from '../../../contract/words/say.ts'
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
  const [x, y] = [hearAxis(points.axisNames.x), hearAxis(points.axisNames.y)]
  const components = planeComponents(model, points.projection)
  const flat = points.projection.origin.length === 1
  return {
    label: flat ? say('Clusters along {x}', { x }) : say('Clusters in the plane of {x} and {y}', { x, y }),
    columns: [
      { name: say('Cluster') },
      ...numbers(
        say('Rows'),
        ...(model.counts ? [say('Weigh')] : []),
        say('Weight'),
        say('Mean of {column}', { column: x }),
        say('SD of {column}', { column: x }),
      ),
      ...(flat
        ? []
        : numbers(
            say('Mean of {column}', { column: y }),
            say('SD of {column}', { column: y }),
            say('Correlation'),
          )),
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
