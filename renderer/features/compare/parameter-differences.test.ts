import { describe, expect, it } from 'vitest'
import type { ModelView } from '../../../contract/views.ts'
import { parameterDifferences } from './parameter-differences.ts'

const model = (weights: number[], means: number[], covariances: number[]): ModelView => ({
  fit: 'f',
  restart: 'r',
  columns: ['x', 'y'],
  weights: Float64Array.from(weights),
  means: Float64Array.from(means),
  covariances: Float64Array.from(covariances),
  sizes: [],
})
const left = model([0.7, 0.3], [0, 0, 10, 10], [4, 1, 1, 1, 1, 0, 0, 1])
const right = model([0.6, 0.4], [10, 13, 0, 0], [1, 0, 0, 1, 16, 2, 2, 1])
const [first, second] = parameterDifferences(left, right, [1, 0], [2, 1.5])

describe('what differs between matched components', () => {
  it('is measured without units, the largest first, the pair that differs most first', () => {
    expect([first?.left, first?.right, second?.left, second?.right]).toEqual([1, 0, 0, 1])
    expect(first?.differences[0]).toEqual({
      quantity: 'mean',
      columns: ['y'],
      left: 10,
      right: 13,
      difference: 2,
    })
    const sizes = first?.differences.map(({ difference }) => Math.abs(difference)) ?? []
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  })

  it('has standard deviations by the logarithm of their ratio, weights and correlations by their difference', () => {
    const of = (quantity: string, columns: string[]) =>
      second?.differences.find((each) => each.quantity === quantity && each.columns.join() === columns.join())
    expect(of('sd', ['x'])).toMatchObject({ left: 2, right: 4, difference: Math.log(2) })
    expect(of('weight', [])?.difference).toBeCloseTo(-0.3, 12)
    expect(of('correlation', ['x', 'y'])).toMatchObject({ left: 0.5, right: 0.5, difference: 0 })
    expect(second?.differences).toHaveLength(6)
  })

  it('leaves components without a counterpart out', () => {
    expect(parameterDifferences(left, right, [-1, 0], [1, 1]).map((pair) => pair.left)).toEqual([1])
    const narrow = { ...left, columns: ['x'] }
    expect(parameterDifferences(narrow, narrow, [0, -1], [1])[0]?.differences).toHaveLength(3)
  })
})
