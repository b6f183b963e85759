import { hearAxis } from '../../contract/words/hear.ts'
import { say } from '../../contract/words/say.ts'
import type { LabelsView, ModelView, PointsView } from '../../contract/views.ts'
import { formatCount, formatNumber } from '../format/number.ts'
import { formatWeight } from '../format/weighting.ts'
import { FONT, GRID, valueAxis } from './axis.ts'
import { roundBounds } from './bounds.ts'
import type { EChartsCoreOption } from './echarts.ts'
import { echartsSymbol, clusterStyle } from './palette.ts'
import { labelsFor, selectedOf, splitByLook, type Cloud } from './clouds.ts'
import { NOISE } from '../../contract/noise-label.ts'
import { wornBy, type Colouring, type Look, type Worn } from './colouring.ts'
import { CROWD, crowdSeries } from './crowd.ts'
import { markSeries } from './marks.ts'
import { modelSeries } from './model-series.ts'
import { rangeOf } from './range.ts'
import { PALER } from './raster.ts'
import { symbolSeries, type SymbolCloud } from './symbols.ts'
import type { ChartTheme } from './theme.ts'
import { zoomOf } from './zoom.ts'
import { inRow } from '../format/sentences.ts'

export interface ScatterPlan {
  points: PointsView
  /** Null while they are not there yet: every point is then grey. */
  labels: LabelsView | null
  model: ModelView | null
  /** The sticky number (0-based) of each component, which says its colour, its shape and what is written; by default its own. */
  styles?: readonly number[]
  /** The name a person gave to a sticky number, or nothing. */
  nameOf?: (style: number) => string
  /** By cluster where absent. */
  colouring?: Colouring
  /** 1 for every point selected; the others are dimmed where there is any. */
  selected?: Uint8Array | null
  /** What each point is marked as (see `marksOf`). */
  marks?: Uint8Array | null
  /** What is drawn besides the points; the ellipses alone where absent. */
  show?: Shown
  theme: ChartTheme
}

export interface Shown {
  ellipses: boolean
  /** Outlines of the smallest regions that hold given shares of the mixture. */
  contours: boolean
  /** Along both axes. */
  marginals: boolean
}

/** From this many points on they are small and paler. */
const MANY = 2_000

/** Points by cluster, outlines of the components at 1 and 2 standard deviations, and their numbered centres. */
export function planScatter(plan: ScatterPlan): EChartsCoreOption {
  const { points, model, styles, theme } = plan
  const x = roundBounds(...rangeOf(points.x, points.centre.x))
  const y = roundBounds(...rangeOf(points.y, points.centre.y))
  const look = (component: number) => clusterStyle(styles?.[component] ?? component)
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: GRID,
    xAxis: valueAxis('x', hearAxis(points.axisNames.x), x, theme),
    yAxis: valueAxis('y', hearAxis(points.axisNames.y), y, theme),
    dataZoom: [zoomOf('x', 0), zoomOf('y', 0)],
    tooltip: points.x.length > CROWD ? { show: false } : tooltipLook(theme),
    series: [
      ...pointSeries(plan, look),
      ...markSeries(points, plan.marks, theme),
      ...(model === null ? [] : modelSeries(model, look, plan, { x, y }, points.x.length > MANY)),
    ],
  }
}

function pointSeries(plan: ScatterPlan, look: Look) {
  const { points, labels, theme, colouring = { kind: 'cluster' } } = plan
  const { x, y, centre } = points
  const worn = wornBy(colouring, labelsFor(points, labels), look, theme)
  const selected = selectedOf(points, plan.selected)
  if (x.length <= CROWD)
    return [symbolSeries(splitByLook(points, worn.of, selected).map((cloud) => asSymbols(cloud, worn, plan)))]
  const style = { size: x.length > 20_000 ? 2 : 4, opacity: 0.55 }
  return [crowdSeries({ x, y, wears: worn.of, looks: worn.looks, selected }, centre, style)]
}

function asSymbols(cloud: Cloud, { looks }: Worn, plan: ScatterPlan): SymbolCloud {
  const { color, symbol } = looks[cloud.look ?? 0] ?? { color: plan.theme.curve, symbol: 'circle' }
  const many = plan.points.x.length > MANY
  const opacity = many ? 0.55 : 0.75
  return {
    xy: cloud.xy,
    symbol: echartsSymbol(symbol),
    size: many ? 4 : 7,
    color,
    opacity: cloud.selected === false ? opacity * PALER : cloud.selected ? 0.9 : opacity,
    describe: (item) => describePoint(cloud, item, plan),
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

function describePoint(cloud: Cloud, item: number, plan: ScatterPlan): string {
  const { rows, axisNames } = plan.points
  const at = cloud.at[item] ?? 0
  const value = (name: string, of: number | undefined) => `${name} ${formatNumber(of ?? null)}`
  const lines = [
    [say('row {row, number}', { row: (rows[at] ?? 0) + 1 }), ...clusterOf(at, plan)].join(' · '),
    value(hearAxis(axisNames.x), cloud.xy[2 * item]),
    value(hearAxis(axisNames.y), cloud.xy[2 * item + 1]),
  ]
  const { colouring } = plan
  if (colouring?.kind === 'value')
    lines.push(value(colouring.name, (colouring.values[at] ?? NaN) + (colouring.centre ?? 0)))
  if (colouring?.kind === 'category')
    lines.push(`${colouring.name} ${colouring.names[colouring.codes[at] ?? 255] ?? '–'}`)
  return lines.join('\n')
}

function clusterOf(at: number, { points, labels, styles, nameOf }: ScatterPlan): string[] {
  const component = labelsFor(points, labels)?.[at]
  if (component === NOISE) return [say('noise')]
  if (component === undefined) return []
  const style = styles?.[component] ?? component
  const name = nameOf?.(style) ?? ''
  return [`${say('cluster {cluster}', { cluster: style + 1 })}${name === '' ? '' : ` ${name}`}`]
}

/** What the plot shows, for those who cannot see it. */
export function describeScatter(
  points: PointsView,
  model: ModelView | null,
  subject: string,
  colouring: Colouring = { kind: 'cluster' },
): string {
  const [x, y] = [hearAxis(points.axisNames.x), hearAxis(points.axisNames.y)]
  const sizes = model === null ? '' : sizesOf(model)
  const by = colouring.kind === 'cluster' ? say('cluster') : colouring.name
  const told = say('Scatter of {y} against {x} for {subject}, {rows, number} rows by {by}.', {
    y,
    x,
    subject,
    rows: points.x.length,
    by,
  })
  return inRow(told, sizes)
}

function sizesOf({ sizes, counts, noise }: ModelView): string {
  const stray = (size: string) => (noise === undefined ? [] : [say('noise: {size}', { size })])
  const weigh =
    counts === undefined
      ? []
      : [
          say('by weight: {weights}', { weights: counts.map(formatWeight).join(', ') }),
          ...stray(formatWeight(noise?.count ?? 0)),
        ]
  const told = [sizes.map(formatCount).join(', '), ...stray(formatCount(noise?.size ?? 0)), ...weigh]
  return say('Cluster sizes: {sizes}.', { sizes: told.join('; ') })
}

/** How many of the points stand out, for those who cannot see it. */
export function describeSelected(selected: Uint8Array | null): string {
  if (selected === null) return ''
  const count = selected.reduce((sum, one) => sum + one, 0)
  return ` ${say('{rows, plural, one {# of them is selected.} other {# of them are selected.}}', { rows: count })}`
}
