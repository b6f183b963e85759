import { describe, expect, it } from 'vitest'
import type { ClusterStability } from '../../contract/resampling-views.ts'
import { describeJaccard, planJaccard } from './jaccard.ts'
import { LIGHT } from './theme.ts'

const cluster: ClusterStability = {
  jaccard: Float64Array.of(0.9, 0.7),
  mean: 0.8,
  median: 0.8,
  low: 0.705,
  high: 0.895,
  grade: 'valid',
  dissolved: 0,
}

interface Shape {
  type: string
  shape: { cx?: number; cy?: number; y1?: number; y2?: number }
}

describe('the plot of Jaccard similarities', () => {
  it('draws replicates, interval and mean of a cluster under its number on the screen', () => {
    const option = planJaccard([cluster], [3], LIGHT)
    expect(option['xAxis']).toMatchObject({ data: ['4'] })
    const [, clusters] = option['series'] as {
      renderItem(params: object, api: object): { children: Shape[] }
    }[]
    const api = { coord: ([, y]: [number, number]) => [50, 100 - 100 * y] }
    const drawn = clusters?.renderItem({ dataIndex: 0, coordSys: { x: 0, width: 40 } }, api).children ?? []
    const circles = drawn
      .filter(({ type }) => type === 'circle')
      .map(({ shape }) => Math.round(shape.cy ?? 0))
    expect(circles).toEqual([10, 30, 20])
    const within = drawn.every(({ shape }) => Math.abs((shape.cx ?? 50) - 50) <= 20)
    expect(within, 'replicates stay in the band of their cluster').toBe(true)
    const whisker = drawn.find(({ type }) => type === 'line')?.shape
    expect([Math.round(whisker?.y1 ?? 0), Math.round(whisker?.y2 ?? 0)]).toEqual([30, 11])
  })

  it('says the same in words, with Hennig’s', () => {
    expect(describeJaccard([cluster], [3])).toContain('cluster 4 0.80 (0.70 to 0.90), stable')
    expect(describeJaccard([], [])).toContain('no replicate yet')
  })
})
