import { ellipseOutline, type PlaneComponent } from '../../core/geometry/ellipse.ts'
import { projectComponent } from '../../core/geometry/projection.ts'
import type { LabelsView, ModelView, PointsView } from '../../contract/views.ts'
import { formatCount, formatNumber } from '../format/number.ts'
import { FONT, GRID, valueAxis } from './axis.ts'
import { roundBounds } from './bounds.ts'
import { joinCurves } from './curves.ts'
import type { EChartsCoreOption } from './echarts.ts'
import { clusterStyle } from './palette.ts'
import { labelsFor, splitByLabel, type Cloud } from './clouds.ts'
import { CROWD, crowdLooks, crowdSeries, type Look } from './crowd.ts'
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

/** From this many points on they are small and paler. */
const MANY = 2_000

/** Points by cluster, outlines of the components at 1 and 2 standard deviations, and their numbered centres. */
export function planScatter({ points, labels, model, styles, theme }: ScatterPlan): EChartsCoreOption {
  const x = roundBounds(...extent(points.x, points.centre.x))
  const y = roundBounds(...extent(points.y, points.centre.y))
  const crowded = points.x.length > CROWD
  const look = (component: number) => clusterStyle(styles?.[component] ?? component)
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
    tooltip: crowded ? { show: false } : tooltipLook(theme),
    series: [
      ...(crowded
        ? [crowdOf(points, labels, look, theme)]
        : splitByLabel(points, labels).map((cloud) => cloudSeries(cloud, look, points, theme))),
      ...(model === null ? [] : componentSeries(model, points, look, theme)),
    ],
  }
}

function crowdOf(points: PointsView, labels: LabelsView | null, look: Look, theme: ChartTheme) {
  const { x, y, centre } = points
  const of = labelsFor(points, labels)
  const looks = crowdLooks(of, look, theme)
  return crowdSeries({ x, y, labels: of, looks }, centre, { size: x.length > 20_000 ? 2 : 4, opacity: 0.55 })
}

function cloudSeries(cloud: Cloud, look: Look, points: PointsView, theme: ChartTheme) {
  const style = cloud.component === null ? null : look(cloud.component)
  const count = points.x.length
  return {
    id: `points-${cloud.component ?? 'all'}`,
    type: 'scatter',
    data: cloud.xy,
    dimensions: ['x', 'y'],
    symbol: style?.symbol ?? 'circle',
    symbolSize: count > MANY ? 4 : 7,
    z: 2,
    itemStyle: { color: style?.[theme.name] ?? theme.curve, opacity: count > MANY ? 0.55 : 0.75 },
    tooltip: { formatter: (item: { dataIndex: number }) => describePoint(cloud, item.dataIndex, points) },
  }
}

/** Few series, because each costs time at every change: two outlines per component, the centres in one, the casings in one. */
function componentSeries(model: ModelView, points: PointsView, look: Look, theme: ChartTheme) {
  const d = model.columns.length
  const components = Array.from(model.weights, (_, k) => {
    const mean = model.means.subarray(k * d, (k + 1) * d)
    const covariance = model.covariances.subarray(k * d * d, (k + 1) * d * d)
    return projectComponent(mean, covariance, points.projection)
  })
  const outlines = components.flatMap((component, k) => [
    outline(`outline-${k}-1`, ellipseOutline(component, 1), { color: look(k)[theme.name], type: 'solid' }),
    outline(`outline-${k}-2`, ellipseOutline(component, 2), { color: look(k)[theme.name], type: 'dashed' }),
  ])
  const casing = joinCurves(outlines.map(({ data }) => data))
  const casings = [
    { ...outline('casings', casing, { color: theme.background, width: 5, opacity: 0.75 }), z: 3 },
  ]
  return [...(points.x.length > MANY ? casings : []), ...outlines, centres(components, look, theme)]
}

function outline(id: string, data: Float64Array, lineStyle: Record<string, unknown>) {
  return {
    id,
    type: 'line',
    data,
    dimensions: ['x', 'y'],
    showSymbol: false,
    silent: true,
    clip: true,
    z: 4,
    lineStyle: { width: 1.75, ...lineStyle },
  }
}

function centres(components: readonly PlaneComponent[], look: Look, theme: ChartTheme) {
  return {
    id: 'centres',
    type: 'scatter',
    data: components.map(({ x, y }, k) => ({
      value: [x, y],
      itemStyle: { borderColor: look(k)[theme.name] },
    })),
    symbol: 'circle',
    symbolSize: 19,
    silent: true,
    z: 5,
    itemStyle: { color: theme.background, borderWidth: 2 },
    label: {
      show: true,
      formatter: ({ dataIndex }: { dataIndex: number }) => String(dataIndex + 1),
      color: theme.text,
      fontSize: 11,
      fontWeight: 600,
    },
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
