import { hearAxis } from '../../contract/words/hear.ts'
import { say } from '../../contract/words/say.ts'
import { formatFixed } from '../format/number.ts'
import { FONT, GRID, valueAxis } from './axis.ts'
import { decimalsOf, roundBounds } from './bounds.ts'
import { labelsFor, selectedOf, splitByLook } from './clouds.ts'
import { wornBy, type Look } from './colouring.ts'
import { CROWD, crowdSeries } from './crowd.ts'
import type { EChartsCoreOption } from './echarts.ts'
import { clusterStyle } from './palette.ts'
import { extentOf } from './extent.ts'
import { markSeries } from './marks.ts'
import { PALER } from './raster.ts'
import type { ScatterPlan } from './scatter.ts'
import { symbolSeries } from './symbols.ts'

const STEPS = 240

/** With one column: the density of each component over it, and the rows beneath, spread out so that they can be seen. */
export function planStrip(plan: ScatterPlan): EChartsCoreOption {
  const { points, model, styles, theme } = plan
  const { low, high } = extentOf(points.x)
  const x = roundBounds(points.centre.x + low, points.centre.x + high, 8)
  const curves = Array.from(model?.weights ?? [], (weight, k) =>
    densityCurve(weight, model?.means[k] ?? 0, model?.covariances[k] ?? 1, x.min, x.max),
  )
  const top =
    curves.reduce(
      (most, xy) => xy.reduce((a, v, at) => (at % 2 === 1 ? Math.max(a, v) : a), most),
      model?.peak ?? 0,
    ) || 1
  const y = roundBounds(0, top, 5)
  const yAxis = valueAxis('y', say('density'), { ...y, min: -y.interval }, theme)
  const decimals = decimalsOf(y.interval)
  const look = (k: number) => clusterStyle(styles?.[k] ?? k)
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: GRID,
    tooltip: { show: false },
    xAxis: valueAxis('x', hearAxis(points.axisNames.x), x, theme),
    yAxis: {
      ...yAxis,
      axisLabel: { ...yAxis.axisLabel, formatter: (v: number) => (v < 0 ? '' : formatFixed(v, decimals)) },
    },
    series: [
      ...rowSeries(plan, look, y.interval),
      ...markSeries(
        { ...points, y: heightsOf(points.rows, y.interval), centre: { ...points.centre, y: 0 } },
        plan.marks,
        theme,
      ),
      ...curves.map((data, k) => ({
        id: `density-${k}`,
        type: 'line',
        data,
        dimensions: ['x', 'y'],
        showSymbol: false,
        silent: true,
        lineStyle: { color: look(k)[theme.name], width: 2 * theme.thickness },
      })),
    ],
  }
}

/** The rows in a band beneath the axis, at heights that follow from their numbers. */
function rowSeries(plan: ScatterPlan, look: Look, band: number) {
  const { points, labels, theme, colouring = { kind: 'cluster' } } = plan
  const { x, rows } = points
  const y = heightsOf(rows, band)
  const centre = { x: points.centre.x, y: 0 }
  const { of: wears, looks } = wornBy(colouring, labelsFor(points, labels), look, theme)
  const selected = selectedOf(points, plan.selected)
  if (x.length > CROWD)
    return [crowdSeries({ x, y, wears, looks, selected }, centre, { size: 2, opacity: 0.6 })]
  const clouds = splitByLook({ x, y, centre }, wears, selected).map((cloud) => ({
    xy: cloud.xy,
    symbol: looks[cloud.look ?? 0]?.symbol ?? 'circle',
    size: x.length > 2_000 ? 2 : 5,
    color: looks[cloud.look ?? 0]?.color ?? theme.curve,
    opacity: cloud.selected === false ? 0.6 * PALER : 0.6,
  }))
  return [symbolSeries(clouds)]
}

function heightsOf(rows: Uint32Array, band: number): Float32Array {
  const heights = new Float32Array(rows.length)
  for (let i = 0; i < rows.length; i++) {
    const share = (Math.imul((rows[i] ?? 0) + 1, 0x9e3779b1) >>> 0) / 2 ** 32
    heights[i] = -band * (0.1 + 0.8 * share)
  }
  return heights
}

/** weight × normal density, x and y alternating. */
function densityCurve(
  weight: number,
  mean: number,
  variance: number,
  from: number,
  to: number,
): Float64Array {
  const xy = new Float64Array(2 * (STEPS + 1))
  const scale = weight / Math.sqrt(2 * Math.PI * variance)
  for (let i = 0; i <= STEPS; i++) {
    const x = from + ((to - from) * i) / STEPS
    xy[2 * i] = x
    xy[2 * i + 1] = scale * Math.exp((-0.5 * (x - mean) ** 2) / variance)
  }
  return xy
}
