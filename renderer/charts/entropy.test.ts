import { describe, expect, it } from 'vitest'
import type { MergeStep, MergeView } from '../../contract/views.ts'
import { describeEntropy, entropyPoints, pickClusters, planEntropy } from './entropy.ts'
import { LIGHT } from './theme.ts'

const step = (clusters: number, entropy: number, mergedRows: number): MergeStep => ({
  clusters,
  entropy,
  mergedRows,
  mergedCount: mergedRows,
  joined: mergedRows === 0 ? null : [[0], [1]],
  partition: [0, 0, 0, 0],
  sizes: [10],
  counts: [10],
})
const view: MergeView = {
  steps: [step(4, 40, 0), step(3, 20, 50), step(2, 1, 70), step(1, 0, 100)],
  rows: 100,
  elbow: { at: 1, left: { slope: 1, intercept: -1 }, right: { slope: 19, intercept: -37 } },
  elbowByRows: { at: 1, left: { slope: 0.01, intercept: 0 }, right: { slope: 0.3, intercept: -29 } },
  suggestion: 2,
}
const click = { xPerPixel: 0.01, yPerPixel: 0.1 }

describe('the entropy plot', () => {
  it('has a point for every number of clusters, and rows merged added up from one cluster', () => {
    expect(entropyPoints(view.steps, 'clusters').map(({ x }) => x)).toEqual([1, 2, 3, 4])
    expect(entropyPoints(view.steps, 'rows').map(({ x }) => x)).toEqual([0, 100, 170, 220])
  })

  it('draws the two lines of the elbow up to where they meet', () => {
    const series = planEntropy(view, 'clusters', 3, LIGHT)['series'] as { id: string; data: unknown[] }[]
    expect(series.map(({ id }) => id)).toEqual(['elbow-left', 'elbow-right', 'entropy'])
    expect(series[0]?.data).toEqual([
      [1, 0],
      [2, 1],
    ])
    expect(series[1]?.data).toEqual([
      [2, 1],
      [4, 39],
    ])
    expect(series[2]?.data[2]).toMatchObject({ symbolSize: 13 })
  })

  it('names a bend only where there is one', () => {
    const labels = (of: MergeView) => JSON.stringify(planEntropy(of, 'clusters', 2, LIGHT)['series'])
    expect(labels(view)).toContain('2 (bend)')
    const straight = { ...view, steps: view.steps.slice(2), elbow: null, elbowByRows: null }
    expect(labels(straight)).not.toContain('(bend)')
  })

  it('is picked where a point is near, and nowhere else', () => {
    expect(pickClusters(view, 'clusters', { x: 3.05, y: 20.5, ...click })).toBe(3)
    expect(pickClusters(view, 'clusters', { x: 2.5, y: 30, ...click })).toBeNull()
  })

  it('says in words where it bends', () => {
    expect(describeEntropy(view, 'clusters')).toBe(
      'Entropy of the merged clusters by number of clusters; 4: 40, 3: 20, 2: 1, 1: 0. It bends at 2 clusters.',
    )
  })
})
