import { plural } from '../format/plural.ts'
import { formatFixed } from '../format/number.ts'
import { FONT, GRID, valueAxis } from './axis.ts'
import { roundBounds, type Bounds } from './bounds.ts'
import { joinCurves, worthShowing, type CurveScale } from './curves.ts'
import type { EChartsCoreOption } from './echarts.ts'
import type { ChartTheme } from './theme.ts'

/** What sets a curve apart: that of a restart which collapsed or was given up, or of one that refined a solution. */
export type CurveLook = 'plain' | 'collapsed' | 'dropped' | 'refined'

export interface Curve {
  id: string
  xy: Float64Array
  look: CurveLook
}

export interface ConvergencePlan {
  curves: readonly Curve[]
  best: string | null
  chosen: string | null
  scale: CurveScale
  theme: ChartTheme
}

/** Log-likelihood against iteration, one line per restart: the best and the chosen one in front, collapsed and dropped ones dimmed. */
export function planConvergence({ curves, best, chosen, scale, theme }: ConvergencePlan): EChartsCoreOption {
  const sound = curves.filter(({ look }) => look === 'plain' || look === 'refined')
  const { low, high } = worthShowing((sound.length > 0 ? sound : curves).map((curve) => curve.xy))
  const longest = curves.reduce((most, { xy }) => Math.max(most, xy[xy.length - 2] ?? 1), 8)
  const y = scale === 'gap' ? powerBounds(curves) : roundBounds(low, high + (high - low) * 0.03)
  const yAxis = valueAxis('y', scale === 'gap' ? 'gap to best' : 'log-likelihood', y, theme)
  const xy = (id: string | null) => curves.find((curve) => curve.id === id)?.xy ?? new Float64Array(0)
  const others = (look: CurveLook) =>
    joinCurves(curves.filter((c) => c.look === look && c.id !== best && c.id !== chosen).map((c) => c.xy))

  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: GRID,
    xAxis: { ...valueAxis('x', 'iteration', { ...roundBounds(0, longest, 8), min: 0 }, theme) },
    yAxis: scale === 'gap' ? { ...yAxis, axisLabel: { ...yAxis.axisLabel, formatter: formatPower } } : yAxis,
    series: [
      line(
        'collapsed',
        others('collapsed'),
        { color: theme.danger, width: 1, type: 'dashed', opacity: 0.35 },
        2,
      ),
      line('dropped', others('dropped'), { color: theme.muted, width: 1, type: 'dotted', opacity: 0.7 }, 2),
      line('others', others('plain'), { color: theme.curve, width: 1, opacity: 0.55 }, 3),
      line('refined', others('refined'), { color: theme.accent, width: 1, type: [6, 3], opacity: 0.8 }, 3),
      line('best', xy(best), { color: theme.accent, width: 2 }, 4),
      line('chosen', xy(chosen), { color: chosen === best ? theme.accent : theme.text, width: 2.5 }, 5),
      endMark(xy(chosen), chosen === best ? theme.accent : theme.text, theme),
    ],
  }
}

/** Whole powers of ten from the smallest gap to the largest after the first steps. */
function powerBounds(curves: readonly Curve[]): Bounds {
  const third = curves.map(({ xy }) => xy[Math.min(5, xy.length - 1)] ?? 0)
  const last = curves.map(({ xy }) => xy[xy.length - 1] ?? 0)
  const min = Math.floor(Math.min(0, ...last))
  const interval = Math.max(1, Math.ceil((Math.max(...third, min + 1) - min) / 8))
  return { min, max: min + interval * Math.ceil((Math.max(...third, min + 1) - min) / interval), interval }
}

function line(id: string, data: Float64Array, lineStyle: Record<string, unknown>, z: number) {
  return {
    id,
    type: 'line',
    data,
    z,
    lineStyle,
    showSymbol: false,
    silent: true,
    clip: true,
    dimensions: ['x', 'y'],
  }
}

function endMark(xy: Float64Array, color: string, theme: ChartTheme) {
  return {
    id: 'end',
    type: 'scatter',
    data: xy.slice(-2),
    dimensions: ['x', 'y'],
    symbolSize: 9,
    z: 6,
    silent: true,
    itemStyle: { color, borderColor: theme.background, borderWidth: 2 },
  }
}

function formatPower(value: number): string {
  const power = Math.round(value)
  if (power >= 0 && power <= 4) return String(10 ** power)
  return `1e${formatFixed(power, 0)}`
}

/** What the chart shows, for those who cannot see it. */
export function describeConvergence(done: number, total: number, best: number | null): string {
  if (total === 0) return 'Log-likelihood by iteration: no restart has run yet.'
  const leader = best === null ? '' : ` The best log-likelihood is ${formatFixed(best, 3)}.`
  return `Log-likelihood by iteration, one line per restart: ${done} of ${plural(total, 'restart')} done.${leader}`
}
