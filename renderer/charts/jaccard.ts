import { say } from '../../contract/words/say.ts'
import type { ClusterStability } from '../../contract/resampling-views.ts'
import { formatFixed, formatNumber } from '../format/number.ts'
import { GRADE_WORDS } from '../format/resampling-words.ts'
import { axisLook, FONT, GRID, valueAxis } from './axis.ts'
import type { EChartsCoreOption } from './echarts.ts'
import { clusterStyle } from './palette.ts'
import type { ChartTheme } from './theme.ts'

interface Api {
  coord(value: [number, number]): [number, number]
}
interface Params {
  dataIndex: number
  coordSys: { x: number; width: number }
}

/** Hennig's limits that have a line in the plot. */
const LINES = [0.5, 0.6, 0.75, 0.85] as const
const MOST_DOTS = 200
/** Pixels from a cluster to its replicates, and that these are spread over, where there is room. */
const ASIDE = 16
const SPREAD = 22
const GOLDEN = (Math.sqrt(5) - 1) / 2

/** The Jaccard similarity of each cluster in every replicate, with its 95 % interval and mean. `styles`: looks of the clusters. */
export function planJaccard(
  clusters: readonly ClusterStability[],
  styles: readonly number[],
  theme: ChartTheme,
): EChartsCoreOption {
  const styleOf = (k: number) => clusterStyle(styles[k] ?? k)
  const names = clusters.map((_, k) => String((styles[k] ?? k) + 1))
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { ...GRID, left: 60, top: 16, right: 36 },
    tooltip: { show: false },
    xAxis: {
      ...axisLook('x', say('cluster'), theme),
      type: 'category',
      data: names,
      splitLine: { show: false },
    },
    yAxis: {
      ...valueAxis('y', say('Jaccard similarity'), { min: 0, max: 1, interval: 0.2 }, theme),
      nameGap: 40,
      splitLine: { show: false },
    },
    series: [
      limitSeries(theme),
      {
        id: 'clusters',
        type: 'custom',
        data: clusters.map((_, k) => [k, 0]),
        silent: true,
        z: 3,
        renderItem({ dataIndex: k, coordSys }: Params, api: Api) {
          const cluster = clusters[k]
          if (cluster === undefined) return null
          const colour = styleOf(k)[theme.name]
          const [x, low] = api.coord([k, cluster.low])
          const [, high] = api.coord([k, cluster.high])
          const [, mean] = api.coord([k, cluster.mean])
          const band = coordSys.width / clusters.length
          const [aside, spread] = [Math.min(ASIDE, 0.2 * band), Math.min(SPREAD, 0.28 * band)]
          const dots = [...cluster.jaccard.subarray(0, MOST_DOTS)].map((value, i) => ({
            type: 'circle',
            shape: { cx: x + aside + (((i + 1) * GOLDEN) % 1) * spread, cy: api.coord([k, value])[1], r: 2 },
            style: { fill: colour, opacity: 0.35 },
          }))
          const line = (x1: number, y1: number, x2: number, y2: number) => ({
            type: 'line',
            shape: { x1, y1, x2, y2 },
            style: { stroke: colour, lineWidth: 2 * theme.thickness },
          })
          return {
            type: 'group',
            children: [
              ...dots,
              line(x, low, x, high),
              line(x - 5, low, x + 5, low),
              line(x - 5, high, x + 5, high),
              {
                type: 'circle',
                shape: { cx: x, cy: mean, r: 5 },
                style: { fill: colour, stroke: theme.background, lineWidth: 1.5 },
              },
            ],
          }
        },
      },
    ],
  }
}

function limitSeries(theme: ChartTheme) {
  return {
    id: 'limits',
    type: 'custom',
    data: LINES.map((value) => [0, value]),
    silent: true,
    z: 1,
    renderItem({ dataIndex, coordSys }: Params, api: Api) {
      const value = LINES[dataIndex] ?? 0
      const [, y] = api.coord([0, value])
      return {
        type: 'group',
        children: [
          {
            type: 'line',
            shape: { x1: coordSys.x, x2: coordSys.x + coordSys.width, y1: y, y2: y },
            style: { stroke: theme.muted, lineWidth: 1, lineDash: [4, 4], opacity: 0.7 },
          },
          {
            type: 'text',
            x: coordSys.x + coordSys.width + 4,
            y,
            style: {
              text: formatNumber(value),
              fill: theme.muted,
              font: `10px ${FONT}`,
              textAlign: 'left',
              textVerticalAlign: 'middle',
            },
          },
        ],
      }
    },
  }
}

/** What the plot shows, for those who cannot see it. */
export function describeJaccard(clusters: readonly ClusterStability[], styles: readonly number[]): string {
  if (clusters.length === 0) return say('Jaccard similarity of each cluster: no replicate yet.')
  const each = clusters.map(({ mean, low, high, grade }, k) =>
    say('cluster {cluster} {mean} ({low} to {high}), {grade}', {
      cluster: (styles[k] ?? k) + 1,
      mean: formatFixed(mean, 2),
      low: formatFixed(low, 2),
      high: formatFixed(high, 2),
      grade: GRADE_WORDS[grade],
    }),
  )
  return say(
    'Mean Jaccard similarity of each cluster with what it became in the replicates, and the middle 95 %: {clusters}.',
    { clusters: each.join('; ') },
  )
}
