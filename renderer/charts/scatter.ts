import { ellipseOutline, type PlaneComponent } from '../../core/geometry/ellipse.ts'
import { projectComponent } from '../../core/geometry/projection.ts'
import type { LabelsView, ModelView, PointsView } from '../../contract/views.ts'
import { formatCount, formatNumber } from '../format/number.ts'
import { FONT, GRID, valueAxis } from './axis.ts'
import { roundBounds } from './bounds.ts'
import type { EChartsCoreOption } from './echarts.ts'
import { clusterStyle } from './palette.ts'
import { splitByLabel, type Cloud } from './clouds.ts'
import type { ChartTheme } from './theme.ts'

export interface ScatterPlan {
  points: PointsView
  /** Null while they are not there yet: every point is then grey. */
  labels: LabelsView | null
  model: ModelView | null
  /** Which style each component wears, so that two plots can match; by default its own number. */
  styles?: readonly number[]
  theme: ChartTheme
}

/** From this many points on they are drawn as one shape per cluster, without tooltips. */
const LARGE = 5_000
/** From this many points on they are small and paler. */
const MANY = 2_000

/** Points by cluster, outlines of the components at 1 and 2 standard deviations, and their numbered centres. */
export function planScatter({ points, labels, model, styles, theme }: ScatterPlan): EChartsCoreOption {
  const x = roundBounds(...extent(points.x, points.centre.x))
  const y = roundBounds(...extent(points.y, points.centre.y))
  const large = points.x.length > LARGE
  const look = (component: number) => clusterStyle(styles?.[component] ?? component)
  const clouds = splitByLabel(points, labels)
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: GRID,
    xAxis: valueAxis('x', points.axisNames.x, x, theme),
    yAxis: valueAxis('y', points.axisNames.y, y, theme),
    dataZoom: [
      { type: 'inside', xAxisIndex: 0, filterMode: 'none' },
      { type: 'inside', yAxisIndex: 0, filterMode: 'none' },
    ],
    tooltip: large ? { show: false } : tooltipLook(theme),
    series: [
      ...clouds.map((cloud) => cloudSeries(cloud, look, large, points, theme)),
      ...(model === null ? [] : componentSeries(model, points, look, theme)),
    ],
  }
}

type Look = (component: number) => ReturnType<typeof clusterStyle>

function cloudSeries(cloud: Cloud, look: Look, large: boolean, points: PointsView, theme: ChartTheme) {
  const style = cloud.component === null ? null : look(cloud.component)
  const count = points.x.length
  return {
    id: `points-${cloud.component ?? 'all'}`,
    type: 'scatter',
    data: cloud.xy,
    dimensions: ['x', 'y'],
    symbol: count > 20_000 ? 'rect' : (style?.symbol ?? 'circle'),
    symbolSize: count > 20_000 ? 1.8 : count > MANY ? 4 : 7,
    large,
    largeThreshold: 0,
    progressive: 0,
    silent: large,
    z: 2,
    itemStyle: { color: style?.[theme.name] ?? theme.curve, opacity: count > MANY ? 0.55 : 0.75 },
    tooltip: { formatter: (item: { dataIndex: number }) => describePoint(cloud, item.dataIndex, points) },
  }
}

function componentSeries(model: ModelView, points: PointsView, look: Look, theme: ChartTheme) {
  const d = model.columns.length
  return Array.from(model.weights, (_, k) => {
    const mean = model.means.subarray(k * d, (k + 1) * d)
    const covariance = model.covariances.subarray(k * d * d, (k + 1) * d * d)
    const component = projectComponent(mean, covariance, points.projection)
    const color = look(k)[theme.name]
    const outline = (radius: number, type: string) => ({
      id: `outline-${k}-${radius}`,
      type: 'line',
      data: ellipseOutline(component, radius),
      dimensions: ['x', 'y'],
      showSymbol: false,
      silent: true,
      clip: true,
      z: 4,
      lineStyle: { color, width: 1.75, type },
    })
    const centre = {
      id: `centre-${k}`,
      type: 'scatter',
      data: [[component.x, component.y]],
      symbol: 'circle',
      symbolSize: 19,
      silent: true,
      z: 5,
      itemStyle: { color: theme.background, borderColor: color, borderWidth: 2 },
      label: { show: true, formatter: String(k + 1), color: theme.text, fontSize: 11, fontWeight: 600 },
    }
    const crowded = points.x.length > MANY
    const casings = crowded ? [casing(component, k, 1, theme), casing(component, k, 2, theme)] : []
    return [...casings, outline(1, 'solid'), outline(2, 'dashed'), centre]
  }).flat()
}

/** A pale band under an outline, without which it drowns among points of its own colour. */
function casing(component: PlaneComponent, k: number, radius: number, theme: ChartTheme) {
  return {
    id: `casing-${k}-${radius}`,
    type: 'line',
    data: ellipseOutline(component, radius),
    dimensions: ['x', 'y'],
    showSymbol: false,
    silent: true,
    clip: true,
    z: 3,
    lineStyle: { color: theme.background, width: 5, opacity: 0.75 },
  }
}

function tooltipLook(theme: ChartTheme) {
  return {
    show: true,
    confine: true,
    backgroundColor: theme.background,
    borderColor: theme.hairline,
    padding: [4, 8],
    textStyle: { color: theme.text, fontSize: 12, fontFamily: FONT },
    renderMode: 'richText',
  }
}

function describePoint(cloud: Cloud, at: number, { axisNames }: PointsView): string {
  const cluster = cloud.component === null ? '' : ` · cluster ${cloud.component + 1}`
  const value = (name: string, offset: number) => `${name} ${formatNumber(cloud.xy[2 * at + offset] ?? null)}`
  return `row ${formatCount((cloud.rows[at] ?? 0) + 1)}${cluster}\n${value(axisNames.x, 0)}\n${value(axisNames.y, 1)}`
}

function extent(values: Float32Array, centre: number): [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  const margin = (high - low) * 0.02
  return [centre + low - margin, centre + high + margin]
}

/** What the plot shows, for those who cannot see it. */
export function describeScatter(points: PointsView, model: ModelView | null, subject: string): string {
  const { x, y } = points.axisNames
  const sizes = model === null ? '' : ` Cluster sizes: ${model.sizes.map(formatCount).join(', ')}.`
  return `Scatter of ${y} against ${x} for ${subject}, ${formatCount(points.x.length)} rows by cluster.${sizes}`
}
