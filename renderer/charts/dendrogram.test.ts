import { describe, expect, it } from 'vitest'
import type { MergeStep, MergeView } from '../../contract/views.ts'
import { clustersAt, dendrogramOf, describeDendrogram, planDendrogram } from './dendrogram.ts'
import { tableDendrogram } from './tables/dendrogram.ts'
import { LIGHT } from './theme.ts'

const step = (clusters: number, entropy: number, joined: MergeStep['joined']): MergeStep => ({
  clusters,
  entropy,
  joined,
  mergedRows: 0,
  mergedCount: 0,
  partition: [0, 1, 2, 3],
  sizes: [],
  counts: [],
})
/** 0 with 2, then 1 with 3, then both. */
const view: MergeView = {
  steps: [
    step(4, 40, null),
    step(3, 15, [[0], [2]]),
    step(2, 5, [[1], [3]]),
    step(1, 0, [
      [0, 2],
      [1, 3],
    ]),
  ],
  rows: 100,
  elbow: null,
  elbowByRows: null,
  suggestion: 2,
}
interface Series {
  id: string
  data: { value: number[] }[]
  renderItem: (
    params: { dataIndex: number },
    api: { coord: (at: number[]) => number[] },
  ) => { shape: { points: number[][] }; style: { stroke: string } }
}
const seriesOf = (chosen: number) => {
  const series = planDendrogram(view, chosen, [4, 1, 2, 3], LIGHT)['series'] as Series[]
  return (id: string) => series.find((each) => each.id === id)
}
const drawn = (series: Series | undefined) =>
  (series?.data ?? []).map((_, dataIndex) => series?.renderItem({ dataIndex }, { coord: (at) => at }))

describe('the tree of merges', () => {
  it('stands components that are merged side by side, and is as high as the entropy that went', () => {
    const { order, joins } = dendrogramOf(view.steps)
    expect(order).toEqual([0, 2, 1, 3])
    expect(joins.map(({ x, height }) => [x, height])).toEqual([
      [1.5, 25],
      [3.5, 35],
      [2.5, 40],
    ])
    expect([joins[2]?.left, joins[2]?.right]).toEqual([joins[0], joins[1]])
  })

  it('has the merges that make the clusters chosen in the accent, beneath a line', () => {
    const of = seriesOf(2)
    expect(drawn(of('joins')).map((each) => each?.style.stroke)).toEqual([
      LIGHT.accent,
      LIGHT.accent,
      LIGHT.muted,
    ])
    expect(drawn(of('cut'))[0]?.shape.points.map(([, y]) => y)).toEqual([37.5, 37.5])
    expect(drawn(seriesOf(1)('cut'))).toEqual([])
    expect(drawn(seriesOf(4)('cut'))[0]?.shape.points[0]?.[1]).toBe(12.5)
  })

  it('is cut where it is clicked', () => {
    expect([10, 30, 37, 41].map((height) => clustersAt(view, height))).toEqual([4, 3, 2, 1])
  })

  it('is told in words and as a table, by the numbers of the components', () => {
    expect(describeDendrogram(view, [4, 1, 2, 3])).toBe(
      'Tree of the merges of components, with the entropy taken away after each: (5) with (3), 25; (2) with (4), 35; (5 and 3) with (2 and 4), 40.',
    )
    const table = tableDendrogram(view, 2, [4, 1, 2, 3])
    expect([0, 1, 2].map((row) => table.cellsOf(row).join(' | '))).toEqual([
      '3 | 5 | 3 | 25',
      '2 | 2 | 4 | 35',
      '1 | 5 and 3 | 2 and 4 | 40',
    ])
    expect(table.chosen).toBe(1)
  })
})
