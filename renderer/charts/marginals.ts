import type { PlaneComponent } from '../../core/geometry/ellipse.ts'
import { FONT, GRID } from './axis.ts'
import { selectedOf } from './clouds.ts'
import type { EChartsCoreOption } from './echarts.ts'
import { densityCurves, densityTop, histogramOf, type Bell } from './marginal.ts'
import { clusterStyle } from './palette.ts'
import { planeComponents } from './plane-components.ts'
import { polylineSeries, transposed, type Polyline } from './polylines.ts'
import type { ScatterPlan } from './scatter.ts'
import { zoomOf } from './zoom.ts'

type Part = Record<string, unknown>
interface Ends {
  min: number
  max: number
}

/** Height of the marginal above the plot, and width of that beside it. */
const DEPTH = 56
const GAP = 6

/**
 * A scatter with the histogram of the rows by their weights along each axis beside it, and over it, on the same scale, weight × density of each
 * component and their sum.
 */
export function withMarginals(option: EChartsCoreOption, plan: ScatterPlan): EChartsCoreOption {
  const [xAxis, yAxis] = [option['xAxis'] as Part & Ends, option['yAxis'] as Part & Ends]
  const components = plan.model === null ? [] : planeComponents(plan.model, plan.points.projection)
  const above = marginal('x', 1, components, plan, xAxis)
  const beside = marginal('y', 2, components, plan, yAxis)
  const hidden = ({ min, max }: Ends, gridIndex: number) => ({
    type: 'value',
    min,
    max,
    show: false,
    gridIndex,
  })
  const density = (max: number, gridIndex: number) => ({ type: 'value', min: 0, max, show: false, gridIndex })
  const top = GRID.top + DEPTH + GAP
  const right = GRID.right + DEPTH + GAP
  return {
    ...option,
    grid: [
      { ...GRID, top, right },
      { left: GRID.left, right, top: GRID.top, height: DEPTH },
      { right: GRID.right, width: DEPTH, top, bottom: GRID.bottom },
    ],
    xAxis: [xAxis, hidden(xAxis, 1), density(beside.top, 2)],
    yAxis: [yAxis, density(above.top, 1), hidden(yAxis, 2)],
    dataZoom: [zoomOf('x', 0, 1), zoomOf('y', 0, 2)],
    textStyle: { fontFamily: FONT },
    series: [...(option['series'] as Part[]), above.series, beside.series],
  }
}

function marginal(
  side: 'x' | 'y',
  axis: number,
  components: readonly PlaneComponent[],
  plan: ScatterPlan,
  { min, max }: Ends,
) {
  const { points, model, styles, theme } = plan
  const variance = side === 'x' ? 'xx' : 'yy'
  const bells = components.map((each, k): Bell => ({
    weight: model?.weights[k] ?? 0,
    mean: each[side],
    variance: each.covariance[variance],
  }))
  const selected = selectedOf(points, plan.selected)
  const weights = points.weighted?.counts ?? null
  const bars = histogramOf(points[side], points.centre[side], null, weights)
  const lines: Polyline[] = [{ xy: bars.outline, fill: theme.curve, opacity: selected === null ? 0.35 : 0.2 }]
  if (selected !== null) {
    const chosen = histogramOf(points[side], points.centre[side], selected, weights)
    lines.push({ xy: chosen.outline, fill: theme.accent, opacity: 0.6 })
  }
  if (bells.length > 0) {
    const { each, sum } = densityCurves(bells, min, max)
    lines.push({ xy: sum, color: theme.text, width: 1, dash: [3, 2], opacity: 0.8 })
    each.forEach((xy, k) =>
      lines.push({ xy, color: clusterStyle(styles?.[k] ?? k)[theme.name], width: 1.5 * theme.thickness }),
    )
  }
  const turned = side === 'x' ? lines : lines.map((line) => ({ ...line, xy: transposed(line.xy) }))
  return {
    top: densityTop(bars),
    series: polylineSeries(turned, { id: `marginal-${side}`, axis, z: 2 }),
  }
}
