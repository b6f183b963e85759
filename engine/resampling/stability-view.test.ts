import { describe, expect, it } from 'vitest'
import type { Mixture } from '../../core/mixture/types.ts'
import { findingsOf, parametersOf, type Replicate } from './stability-view.ts'

const mixture = (weights: number[], means: number[], variances: number[]): Mixture => ({
  components: weights.length,
  dimension: 1,
  weights: Float64Array.from(weights),
  means: Float64Array.from(means),
  covariances: Float64Array.from(variances),
})
const reference = mixture([0.6, 0.4], [0, 10], [4, 9])
const replicate = (jaccard: number[], weight: number, components = 2): Replicate => ({
  chosen: { components, covariance: 'VVV' },
  refitted: {
    jaccard: Float64Array.from(jaccard),
    adjustedRand: jaccard[0],
    parameters: parametersOf(mixture([1 - weight, weight], [9, 1], [16, 1]), [1, 0]),
  },
})

describe('what replicates amount to', () => {
  it('is a Jaccard similarity per cluster with its grade, and how often it dissolved', () => {
    const { clusters, agreement } = findingsOf(
      reference,
      [replicate([1, 0.4], 0.5), replicate([0.8, 0.6], 0.7)],
      true,
    )
    expect(clusters.map(({ grade, dissolved }) => [grade, dissolved])).toEqual([
      ['highly-stable', 0],
      ['dissolved', 1],
    ])
    expect([...clusters[0].jaccard]).toEqual([1, 0.8])
    expect(agreement?.mean).toBeCloseTo(0.9, 12)
  })

  it('has intervals of matched components in the columns’ units', () => {
    const { intervals } = findingsOf(reference, [replicate([1, 1], 0.5), replicate([1, 1], 0.7)], true)
    expect(intervals?.[0].weight.value).toBe(0.6)
    expect(intervals?.[0].weight.low).toBeCloseTo(0.505, 12)
    expect(intervals?.[0].weight.high).toBeCloseTo(0.695, 12)
    expect(intervals?.[0].means).toEqual([{ value: 0, low: 1, high: 1 }])
    expect(intervals?.[1].deviations).toEqual([{ value: 3, low: 4, high: 4 }])
    expect(findingsOf(reference, [replicate([1, 1], 0.5)], false).intervals).toBeNull()
  })

  it('counts the models chosen, by components and then by how often', () => {
    const none = { chosen: null, refitted: null }
    const { chosen, without } = findingsOf(
      reference,
      [replicate([1, 1], 0.5, 3), replicate([1, 1], 0.5), replicate([1, 1], 0.5, 3), none],
      true,
    )
    expect(chosen.map(({ components, replicates }) => [components, replicates])).toEqual([
      [2, 1],
      [3, 2],
    ])
    expect(without).toBe(1)
    expect(findingsOf(reference, [none], true)).toMatchObject({
      clusters: [],
      agreement: null,
      intervals: null,
    })
  })
})
