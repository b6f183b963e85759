import { say } from '../../contract/words/say.ts'
import { formatFixed } from '../format/number.ts'
import { FONT, GRID, valueAxis } from './axis.ts'
import { roundBounds, type Bounds } from './bounds.ts'
import { GAP_FLOOR, joinCurves, worthShowing, type CurveScale } from './curves.ts'
import type { EChartsCoreOption } from './echarts.ts'
import { letterSeries, skylineSeries } from './skyline.ts'
import type { SolutionLook } from './solution-look.ts'
import { strokesOf, type Curve } from './strokes.ts'
import type { Terrain } from './terrain.ts'
import type { ChartTheme } from './theme.ts'
import { zoomOf } from './zoom.ts'
import { inRow } from '../format/sentences.ts'

export interface LandscapePlan {
  curves: readonly Curve[]
  terrain: Terrain
  /** By id, the best solution first. */
  looks: ReadonlyMap<string, SolutionLook>
  letterOf: (solution: string) => string
  /** The restart that gaps are measured from, and its log-likelihood. */
  best: string | null
  top: number
  chosen: string | null
  scale: CurveScale
  theme: ChartTheme
  /** Draws the curves in the chart itself; else a sheet between its layers has them, over the grid lines. */
  curvesInChart: boolean
}

/** The layer of what is in front of the curves, a canvas of its own. */
const ABOVE_SHEET = 1

/** Where the two plots lie in the chart; whatever is laid over them keeps to the same. */
export const CURVES_GRID = { ...GRID, right: '35%' } as const
export const SKYLINE_GRID = { ...GRID, left: '67%', right: 28 } as const

/**
 * Two plots of one height: on the left the log-likelihood of every restart by iteration, on the right where each ended, as a skyline
 * of the solutions. The best and the chosen restart are in front.
 */
export function planLandscape(plan: LandscapePlan): EChartsCoreOption {
  const { curves, terrain, looks, letterOf, best, top, chosen, scale, theme, curvesInChart } = plan
  const y = scale === 'gap' ? powerBounds(curves) : heightBounds(curves)
  const yAxis = valueAxis('y', scale === 'gap' ? say('gap to best') : say('log-likelihood'), y, theme)
  const left =
    scale === 'gap'
      ? { ...yAxis, inverse: true, axisLabel: { ...yAxis.axisLabel, formatter: formatPower } }
      : { ...yAxis, inverse: false }
  const longest = curves.reduce((most, { xy }) => Math.max(most, xy[xy.length - 2] ?? 1), 8)
  const heightOf = (value: number) => (scale === 'gap' ? Math.log10(Math.max(top - value, GAP_FLOOR)) : value)
  const curveOf = (id: string | null) => curves.find((curve) => curve.id === id)
  const color = (id: string | null) => colourOf(curveOf(id), looks, theme)
  const skyline = { terrain, looks, letterOf, heightOf, theme }

  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: [CURVES_GRID, SKYLINE_GRID],
    xAxis: [iterationAxis(longest, theme), columnAxis(terrain.order.length, theme)],
    yAxis: [
      { ...left, gridIndex: 0 },
      { ...left, gridIndex: 1, name: '', axisLabel: { show: false } },
    ],
    dataZoom: [zoomOf('y', 0, 1), zoomOf('x', 0), zoomOf('x', 1)],
    series: [
      ...(curvesInChart ? drawnSeries(curves, looks, theme) : []),
      skylineSeries(skyline),
      letterSeries(skyline),
      curveSeries('best', curveOf(best), color(best), 2 * theme.thickness, 4),
      curveSeries('casing', curveOf(chosen), theme.background, 5 * theme.thickness, 5),
      curveSeries('chosen', curveOf(chosen), color(chosen), 2.5 * theme.thickness, 6),
      ...markSeries(curveOf(chosen), terrain, color(chosen), theme),
    ].map((series) => ({ ...series, zlevel: curvesInChart ? 0 : ABOVE_SHEET })),
  }
}

/** Without its last label, which would run into the first of the other plot. */
function iterationAxis(longest: number, theme: ChartTheme) {
  const axis = valueAxis('x', say('iteration'), { ...roundBounds(0, longest, 6), min: 0 }, theme)
  return { ...axis, gridIndex: 0, axisLabel: { ...axis.axisLabel, showMaxLabel: false } }
}

function columnAxis(columns: number, theme: ChartTheme) {
  const bounds = roundBounds(0, Math.max(1, columns), 3)
  const whole = { ...bounds, interval: Math.max(1, bounds.interval) }
  const axis = valueAxis('x', say('restarts, best first'), whole, theme)
  return {
    ...axis,
    gridIndex: 1,
    min: 0,
    max: Math.max(1, columns),
    minInterval: 1,
    splitLine: { show: false },
  }
}

function drawnSeries(curves: readonly Curve[], looks: ReadonlyMap<string, SolutionLook>, theme: ChartTheme) {
  return strokesOf(curves, looks, theme).map((stroke, at) => ({
    ...LINE,
    id: stroke.id,
    data: joinCurves(stroke.curves.map(({ xy }) => xy)),
    z: 3 + at / 1000,
    lineStyle: {
      color: stroke.color,
      opacity: stroke.opacity,
      width: stroke.width,
      type: stroke.dash.length === 0 ? 'solid' : [...stroke.dash],
    },
  }))
}

const LINE = { type: 'line', showSymbol: false, silent: true, clip: true, dimensions: ['x', 'y'] } as const

function curveSeries(id: string, curve: Curve | undefined, color: string, width: number, z: number) {
  return { ...LINE, id, data: curve?.xy ?? new Float64Array(0), z, lineStyle: { color, width } }
}

/** Where the chosen restart ends, in both plots. */
function markSeries(curve: Curve | undefined, terrain: Terrain, color: string, theme: ChartTheme) {
  const column = curve === undefined ? -1 : terrain.order.indexOf(curve.id)
  const end = curve === undefined || curve.xy.length === 0 ? [] : [[curve.xy.at(-2), curve.xy.at(-1)]]
  const mark = {
    type: 'scatter',
    z: 7,
    silent: true,
    clip: true,
    itemStyle: { color, borderColor: theme.background, borderWidth: 2 },
  }
  return [
    { ...mark, id: 'end', data: end, symbolSize: 10 },
    {
      ...mark,
      id: 'column',
      data: column < 0 ? [] : end.map(([, y]) => [column + 0.5, y]),
      xAxisIndex: 1,
      yAxisIndex: 1,
      symbol: 'diamond',
      symbolSize: 13,
      itemStyle: { color: theme.text, borderColor: theme.background, borderWidth: 2 },
    },
  ]
}

function colourOf(
  curve: Curve | undefined,
  looks: ReadonlyMap<string, SolutionLook>,
  theme: ChartTheme,
): string {
  const look = curve?.solution == null ? undefined : looks.get(curve.solution)
  return look?.[theme.name] ?? theme.text
}

/** What the ends and the bends of sound curves take, with room above for the letters. */
function heightBounds(curves: readonly Curve[]): Bounds {
  const sound = curves.filter(({ look }) => look === 'plain' || look === 'refined')
  const { low, high } = worthShowing((sound.length > 0 ? sound : curves).map(({ xy }) => xy))
  return roundBounds(low, high + (high - low) * 0.06)
}

/** Whole powers of ten from the smallest gap to the largest after the first steps. */
function powerBounds(curves: readonly Curve[]): Bounds {
  const floor = Math.log10(GAP_FLOOR)
  let highest = floor + 1
  for (const { xy, look } of curves)
    if (look === 'plain' || look === 'refined')
      highest = Math.max(highest, xy[Math.min(5, xy.length - 1)] ?? floor)
  const interval = Math.max(1, Math.ceil((highest - floor) / 8))
  const min = floor - interval
  return { min, max: min + interval * Math.ceil((highest - min) / interval), interval }
}

function formatPower(value: number): string {
  const power = Math.round(value)
  if (power < Math.log10(GAP_FLOOR)) return ''
  if (power >= 0 && power <= 4) return String(10 ** power)
  return `1e${formatFixed(power, 0)}`
}

/** What the chart shows, for those who cannot see it: solutions are given best first. */
export function describeLandscape(
  done: number,
  total: number,
  solutions: readonly { letter: string; logLikelihood: number; hits: number }[],
): string {
  if (total === 0) return say('Log-likelihood by iteration and landscape: no restart has run yet.')
  const named = solutions.slice(0, 3).map(({ letter, logLikelihood, hits }) =>
    say('{letter} at {height}, reached by {hits, plural, one {# restart} other {# restarts}}', {
      letter,
      height: formatFixed(logLikelihood, 3),
      hits,
    }),
  )
  const rest = solutions.length - named.length
  const more = rest > 0 ? [say('{solutions} more below', { solutions: rest })] : []
  const found =
    solutions.length === 0
      ? ''
      : say('Solutions: {solutions}.', { solutions: [...named, ...more].join('; ') })
  const told = say(
    'Log-likelihood by iteration and where each restart ended: {done} of {total, plural, one {# restart} other {# restarts}} done.',
    { done, total },
  )
  return inRow(told, found)
}
