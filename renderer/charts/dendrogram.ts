import type { MergeStep, MergeView } from '../../contract/views.ts'
import { say, sayList } from '../../contract/words/say.ts'
import { formatNumber } from '../format/number.ts'
import { FONT, GRID, valueAxis } from './axis.ts'
import { roundBounds } from './bounds.ts'
import type { EChartsCoreOption } from './echarts.ts'
import { clusterStyle, echartsSymbol } from './palette.ts'
import { polylineSeries } from './polylines.ts'
import type { ChartTheme } from './theme.ts'

interface Node {
  x: number
  height: number
}

/** Two clusters that became one, as a bracket over them. */
export interface Join extends Node {
  /** Clusters there are with it. */
  clusters: number
  left: Node
  right: Node
}

export interface Dendrogram {
  /** Components from left to right, so that no two brackets cross; their places count from 1. */
  order: number[]
  /** In the order of the merges. */
  joins: Join[]
}

/** Heights are how much of the entropy the merges up to there have taken away, as `combiTree` of mclust has it unscaled. */
export function dendrogramOf(steps: readonly MergeStep[]): Dendrogram {
  const all = steps[0]?.entropy ?? 0
  const keyOf = (members: readonly number[]) => [...members].sort((a, b) => a - b).join()
  const orders = new Map<string, number[]>()
  const orderOf = (members: readonly number[]) => orders.get(keyOf(members)) ?? [...members]
  for (const { joined } of steps)
    if (joined !== null) orders.set(keyOf(joined.flat()), joined.flatMap(orderOf))
  const order = orderOf((steps[0]?.partition ?? []).map((_, component) => component))
  const nodes = new Map<string, Node>(order.map((k, at) => [keyOf([k]), { x: at + 1, height: 0 }]))
  const joins = steps.flatMap(({ joined, clusters, entropy }): Join[] => {
    if (joined === null) return []
    const [left = { x: 0, height: 0 }, right = left] = joined.map((members) => nodes.get(keyOf(members)))
    const join = { clusters, left, right, x: (left.x + right.x) / 2, height: all - entropy }
    nodes.set(keyOf(joined.flat()), join)
    return [join]
  })
  return { order, joins }
}

/** The order of the merges as a tree over the components; those that make the clusters chosen are in the accent, cut off by a line. */
export function planDendrogram(
  { steps }: MergeView,
  chosen: number,
  styles: readonly number[],
  theme: ChartTheme,
): EChartsCoreOption {
  const { order, joins } = dendrogramOf(steps)
  const most = Math.max(1e-9, ...joins.map(({ height }) => height))
  const look = (place: number) => clusterStyle(styles[order[place] ?? 0] ?? order[place] ?? 0)
  const nameAt = (x: number) => {
    const component = order[x - 1]
    return component === undefined ? '' : String((styles[component] ?? component) + 1)
  }
  const x = valueAxis('x', say('component'), { min: 0, max: order.length + 1, interval: 1 }, theme)
  const bracket = ({ left, right, height, clusters }: Join) => ({
    xy: Float64Array.of(left.x, left.height, left.x, height, right.x, height, right.x, right.height),
    color: clusters >= chosen ? theme.accent : theme.muted,
    width: (clusters >= chosen ? 2 : 1.25) * theme.thickness,
  })
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { ...GRID, right: 24, top: 20 },
    tooltip: { show: false },
    xAxis: {
      ...x,
      axisLabel: { ...x.axisLabel, margin: 12, hideOverlap: true, formatter: nameAt },
      splitLine: { show: false },
    },
    yAxis: valueAxis('y', say('entropy taken away'), roundBounds(0, most), theme),
    series: [
      polylineSeries(joins.map(bracket), { id: 'joins', z: 2 }),
      polylineSeries(cutOf(joins, chosen, order.length, theme), { id: 'cut', z: 3 }),
      {
        id: 'components',
        type: 'scatter',
        silent: true,
        z: 4,
        symbolSize: 9,
        data: order.map((_, place) => ({
          value: [place + 1, 0],
          symbol: echartsSymbol(look(place).symbol),
          itemStyle: { color: look(place)[theme.name], opacity: 1 },
        })),
      },
    ],
  }
}

/** Between the last merge that is made and the first that is not; none where all are. */
function cutOf(joins: readonly Join[], chosen: number, components: number, theme: ChartTheme) {
  const next = joins.find(({ clusters }) => clusters < chosen)
  if (next === undefined) return []
  const made = joins.filter(({ clusters }) => clusters >= chosen)
  const height = ((made.at(-1)?.height ?? 0) + next.height) / 2
  return [
    { xy: Float64Array.of(0.5, height, components + 0.5, height), color: theme.text, width: 1, dash: [4, 3] },
  ]
}

/** The clusters that a line at this height leaves. */
export function clustersAt({ steps }: MergeView, height: number): number {
  const { order, joins } = dendrogramOf(steps)
  return order.length - joins.filter((join) => join.height <= height).length
}

/** What the tree shows, for those who cannot see it. */
export function describeDendrogram({ steps }: MergeView, styles: readonly number[]): string {
  const name = (components: readonly number[]) => sayList(components.map((k) => String((styles[k] ?? k) + 1)))
  const all = steps[0]?.entropy ?? 0
  const merges = steps.flatMap(({ joined, entropy }) =>
    joined === null
      ? []
      : [
          say('({left}) with ({right}), {taken}', {
            left: name(joined[0]),
            right: name(joined[1]),
            taken: formatNumber(all - entropy, 4),
          }),
        ],
  )
  return say('Tree of the merges of components, with the entropy taken away after each: {merges}.', {
    merges: merges.join('; '),
  })
}
