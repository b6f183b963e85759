import { say } from '../../contract/words/say.ts'
import { formatCount, formatFixed } from '../format/number.ts'
import { axisLook, FONT, GRID, valueAxis } from './axis.ts'
import { roundBounds } from './bounds.ts'
import type { EChartsCoreOption } from './echarts.ts'
import type { ChartTheme } from './theme.ts'

interface Api {
  coord(value: [number, number]): [number, number]
}
interface Params {
  dataIndex: number
  coordSys: { x: number; y: number; width: number; height: number }
}

/** Bars that stand beside each other, each from one value of the axis to another. */
export interface Bars {
  /** [bars + 1], rising. */
  edges: number[]
  counts: number[]
}

/** A value that is pointed out, by a line and in words. */
export interface Pointer {
  value: number
  text: string
}

const MOST_BINS = 30
/** Pixels. */
const HALF_BAR = 12

/** Equal bins over all values, about twice the cube root of their number (Rice rule), at most 30; a last bin holds its upper end. */
export function binValues(values: Float64Array, low: number, high: number): Bars {
  const { min, max, interval } = roundBounds(low, high)
  const wanted = Math.max(4, Math.min(MOST_BINS, Math.ceil(2 * Math.cbrt(values.length))))
  const steps = Math.round((max - min) / interval)
  const bins = steps * Math.max(1, Math.round(wanted / steps))
  const width = (max - min) / bins
  const counts = new Array<number>(bins).fill(0)
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((value - min) / width)))
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return { edges: Array.from({ length: bins + 1 }, (_, i) => min + i * width), counts }
}

/** How often a value fell into each bin. */
export function planHistogram(
  bars: Bars,
  name: string,
  counted: string,
  pointer: Pointer | null,
  theme: ChartTheme,
): EChartsCoreOption {
  const ends = [bars.edges[0] ?? 0, bars.edges.at(-1) ?? 1, ...(pointer === null ? [] : [pointer.value])]
  const { min, max, interval } = roundBounds(Math.min(...ends), Math.max(...ends))
  return {
    ...base(theme),
    xAxis: valueAxis('x', name, { min, max, interval }, theme),
    yAxis: countAxis(counted, bars.counts, theme),
    series: [
      barSeries(
        bars.counts,
        (i, api) => [api.coord([bars.edges[i] ?? 0, 0])[0], api.coord([bars.edges[i + 1] ?? 0, 0])[0]],
        () => theme.accent,
      ),
      ...(pointer === null ? [] : [pointerSeries(pointer, (min + max) / 2, theme)]),
    ],
  }
}

/** How often each of some names was counted, the `own` one in the accent. */
export function planCounts(
  bars: readonly { name: string; count: number; own: boolean }[],
  name: string,
  counted: string,
  theme: ChartTheme,
): EChartsCoreOption {
  const counts = bars.map(({ count }) => count)
  return {
    ...base(theme),
    xAxis: { ...axisLook('x', name, theme), type: 'category', data: bars.map((bar) => bar.name) },
    yAxis: countAxis(counted, counts, theme),
    series: [
      barSeries(
        counts,
        (i, api) => {
          const [middle] = api.coord([i, 0])
          return [middle - HALF_BAR, middle + HALF_BAR]
        },
        (i) => (bars[i]?.own === true ? theme.accent : theme.curve),
      ),
      {
        id: 'counts',
        type: 'scatter',
        silent: true,
        symbolSize: 1,
        itemStyle: { color: 'transparent' },
        data: bars.map(({ count }, i) => ({
          value: [i, count],
          label: {
            show: true,
            position: 'top',
            formatter: formatCount(count),
            color: theme.text,
            fontSize: 11,
          },
        })),
      },
    ],
  }
}

const base = (theme: ChartTheme) => ({
  animation: false,
  textStyle: { fontFamily: FONT, color: theme.text },
  grid: { ...GRID, left: 60, top: 24 },
  tooltip: { show: false },
})

function countAxis(name: string, counts: readonly number[], theme: ChartTheme) {
  const bounds = roundBounds(0, Math.max(1, ...counts), 4)
  const whole = { ...bounds, interval: Math.max(1, bounds.interval) }
  return { ...valueAxis('y', name, whole, theme), nameGap: 40 }
}

/** `edgesOf` gives the pixels where a bar begins and ends. */
function barSeries(
  counts: readonly number[],
  edgesOf: (at: number, api: Api) => [number, number],
  colourOf: (at: number) => string,
) {
  return {
    id: 'bars',
    type: 'custom',
    data: counts.map((count, at) => [at, count]),
    silent: true,
    z: 2,
    renderItem({ dataIndex: at }: Params, api: Api) {
      const [left, right] = edgesOf(at, api)
      const [, foot] = api.coord([0, 0])
      const [, top] = api.coord([0, counts[at] ?? 0])
      return {
        type: 'rect',
        shape: { x: left + 0.5, y: top, width: Math.max(1, right - left - 1), height: foot - top },
        style: { fill: colourOf(at), opacity: 0.75 },
      }
    },
  }
}

function pointerSeries({ value, text }: Pointer, middle: number, theme: ChartTheme) {
  const right = value > middle
  return {
    id: 'pointer',
    type: 'custom',
    data: [[value, 0]],
    silent: true,
    z: 4,
    renderItem({ coordSys }: Params, api: Api) {
      const [x] = api.coord([value, 0])
      const { y, height } = coordSys
      return {
        type: 'group',
        children: [
          {
            type: 'line',
            shape: { x1: x, x2: x, y1: y - 8, y2: y + height },
            style: { stroke: theme.danger, lineWidth: 2 },
          },
          {
            type: 'text',
            x: x + (right ? -6 : 6),
            y: y - 10,
            style: {
              text,
              fill: theme.text,
              font: `11px ${FONT}`,
              textAlign: right ? 'right' : 'left',
              textVerticalAlign: 'top',
            },
          },
        ],
      }
    },
  }
}

/** What a histogram shows, for those who cannot see it. */
export function describeHistogram(what: string, values: Float64Array): string {
  if (values.length === 0) return say('{what}: nothing yet.', { what })
  const low = Math.min(...values)
  const high = Math.max(...values)
  return say('{what}: {values, number} values from {low} to {high}.', {
    what,
    values: values.length,
    low: formatFixed(low, 2),
    high: formatFixed(high, 2),
  })
}
