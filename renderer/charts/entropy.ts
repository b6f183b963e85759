import type { Elbow, MergeStep, MergeView } from '../../contract/views.ts'
import { say } from '../../contract/words/say.ts'
import { formatNumber } from '../format/number.ts'
import { FONT, GRID, valueAxis } from './axis.ts'
import { roundBounds } from './bounds.ts'
import type { EChartsCoreOption } from './echarts.ts'
import type { Picked } from './pick.ts'
import type { ChartTheme } from './theme.ts'
import { inRow } from '../format/sentences.ts'

/** What entropy is drawn against: clusters, or the rows that merging has moved, as Baudry et al. 2010 draw both. */
export type EntropyAxis = 'clusters' | 'rows'

export interface EntropyPoint {
  clusters: number
  x: number
  entropy: number
}

/** From one cluster on; rows merged are counted from there, as mclust does, each as much as it weighs. */
export function entropyPoints(steps: readonly MergeStep[], axis: EntropyAxis): EntropyPoint[] {
  let rows = 0
  let before = 0
  return steps.toReversed().map(({ clusters, entropy, mergedCount }) => {
    rows += before
    before = mergedCount
    return { clusters, entropy, x: axis === 'clusters' ? clusters : rows }
  })
}

/** The entropy of merged clusters, with the two lines whose meeting is the elbow; the number chosen is ringed. */
export function planEntropy(
  view: MergeView,
  axis: EntropyAxis,
  chosen: number,
  theme: ChartTheme,
  weighted = false,
): EChartsCoreOption {
  const points = entropyPoints(view.steps, axis)
  const values = points.map(({ entropy }) => entropy)
  const x = points.map((point) => point.x)
  const elbow = axis === 'clusters' ? view.elbow : view.elbowByRows
  const name =
    axis === 'clusters'
      ? say('clusters')
      : weighted
        ? say('weight of the rows merged, added up from one cluster')
        : say('rows merged, added up from one cluster')
  const bounds =
    axis === 'clusters'
      ? { min: 0, max: points.length + 1, interval: Math.ceil(points.length / 20) }
      : roundBounds(0, Math.max(1, ...x))
  const xAxis = valueAxis('x', name, bounds, theme)
  // The axis ends a step beyond the first and the last number, where there is nothing to read.
  const within = (value: number) => (value >= 1 && value <= points.length ? String(value) : '')
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { ...GRID, right: 24, top: 20 },
    tooltip: { show: false },
    xAxis:
      axis === 'clusters'
        ? { ...xAxis, axisLabel: { ...xAxis.axisLabel, margin: 12, formatter: within } }
        : xAxis,
    yAxis: valueAxis('y', say('entropy'), roundBounds(0, Math.max(1e-9, ...values)), theme),
    series: [
      ...(elbow === null ? [] : linesOf(elbow, x, theme)),
      {
        id: 'entropy',
        type: 'line',
        silent: true,
        symbol: 'circle',
        lineStyle: { color: theme.accent, width: 1.5 * theme.thickness },
        itemStyle: { color: theme.accent },
        data: points.map((point) => ({
          value: [point.x, point.entropy],
          symbolSize: point.clusters === chosen ? 13 : 8,
          itemStyle: point.clusters === chosen ? { borderColor: theme.text, borderWidth: 2 } : {},
          label: {
            show: point.clusters === chosen || point.clusters === view.suggestion || axis === 'rows',
            position: axis === 'rows' ? 'top' : 'left',
            distance: 8,
            offset: axis === 'rows' ? [0, 0] : [0, -10],
            formatter:
              view.elbow !== null && point.clusters === view.suggestion
                ? say('{clusters} (bend)', { clusters: point.clusters })
                : String(point.clusters),
            color: theme.text,
            fontSize: 11,
          },
        })),
      },
    ],
  }
}

function linesOf({ at, left, right }: Elbow, x: readonly number[], theme: ChartTheme) {
  const [first = 0, middle = 0, last = 0] = [x[0], x[at], x.at(-1)]
  const line = (id: string, { slope, intercept }: Elbow['left'], ends: readonly number[]) => ({
    id,
    type: 'line',
    silent: true,
    symbol: 'none',
    lineStyle: { color: theme.muted, width: 1.5, type: 'dashed' },
    data: ends.map((value) => [value, slope * value + intercept]),
  })
  return [line('elbow-left', left, [first, middle]), line('elbow-right', right, [middle, last])]
}

/** The number of clusters under a click; null where none is near. */
export function pickClusters(view: MergeView, axis: EntropyAxis, at: Picked): number | null {
  const reach = ({ x, entropy }: EntropyPoint) =>
    Math.hypot((x - at.x) / at.xPerPixel, (entropy - at.y) / at.yPerPixel)
  const [nearest] = entropyPoints(view.steps, axis).sort((a, b) => reach(a) - reach(b))
  return nearest !== undefined && reach(nearest) < 24 ? nearest.clusters : null
}

/** What the chart shows, for those who cannot see it. */
export function describeEntropy({ steps, suggestion, elbow }: MergeView, axis: EntropyAxis): string {
  const values = steps.map(({ clusters, entropy }) => `${clusters}: ${formatNumber(entropy, 4)}`).join(', ')
  const bend =
    elbow === null
      ? ''
      : say('It bends at {clusters, plural, one {# cluster} other {# clusters}}.', { clusters: suggestion })
  const told =
    axis === 'clusters'
      ? say('Entropy of the merged clusters by number of clusters; {values}.', { values })
      : say('Entropy of the merged clusters by rows merged; {values}.', { values })
  return inRow(told, bend)
}
