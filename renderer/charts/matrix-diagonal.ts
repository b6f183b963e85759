import { FONT } from './axis.ts'
import { densityCurves, histogramOf } from './marginal.ts'
import type { MatrixPlan } from './matrix-plan.ts'
import { clusterStyle } from './palette.ts'
import { polylineSeries, type Polyline } from './polylines.ts'
import type { ChartTheme } from './theme.ts'

/** The histogram of a column in its panel, the densities of the components over it, and the column's name. */
export function diagonal(
  plan: MatrixPlan,
  row: number,
  axis: number,
  { min, max }: { min: number; max: number },
) {
  const { columns, model, selected, styles, theme, weights } = plan
  const column = columns[row]
  if (column === undefined) return []
  const { values, centre, at, name } = column
  const dimmed = selected !== null
  const lines: Polyline[] = [
    {
      xy: histogramOf(values, centre, null, weights).outline,
      fill: theme.curve,
      opacity: dimmed ? 0.2 : 0.35,
    },
  ]
  if (dimmed)
    lines.push({
      xy: histogramOf(values, centre, selected, weights).outline,
      fill: theme.accent,
      opacity: 0.6,
    })
  if (model !== null) {
    const d = model.columns.length
    const bells = Array.from(model.weights, (weight, k) => ({
      weight,
      mean: model.means[k * d + at] ?? NaN,
      variance: model.covariances[(k * d + at) * d + at] ?? 0,
    }))
    const { each, sum } = densityCurves(bells, min, max)
    lines.push({ xy: sum, color: theme.text, width: 1, dash: [3, 2], opacity: 0.8 })
    each.forEach((xy, k) =>
      lines.push({ xy, color: clusterStyle(styles?.[k] ?? k)[theme.name], width: 1.25 * theme.thickness }),
    )
  }
  return [polylineSeries(lines, { id: `density-${axis}`, axis, z: 2 }), title(name, axis, theme)]
}

/** The name of a column in the corner of its panel. */
function title(name: string, axis: number, theme: ChartTheme) {
  return {
    id: `title-${axis}`,
    type: 'custom',
    xAxisIndex: axis,
    yAxisIndex: axis,
    data: [[0, 0]],
    silent: true,
    z: 6,
    renderItem: ({ coordSys }: { coordSys: { x: number; y: number; width: number } }) => ({
      type: 'text',
      silent: true,
      style: {
        text: name,
        x: coordSys.x + 5,
        y: coordSys.y + 4,
        width: coordSys.width - 10,
        overflow: 'truncate',
        font: `600 11px ${FONT}`,
        fill: theme.text,
        stroke: theme.background,
        lineWidth: 3,
      },
    }),
  }
}
