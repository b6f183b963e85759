import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign } from './assignment.ts'
import { matchPartitions } from './matching.ts'
import { adjustedRandIndex, contingency, variationOfInformation } from './partition.ts'

const labels = fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }).map((list) => Uint8Array.from(list))
const table = (a: Uint8Array, b: Uint8Array) => contingency(a, b, 4, 4)

describe('comparing partitions', () => {
  it('gives index 1 and distance 0 for the same partition under other numbers', () => {
    fc.assert(
      fc.property(labels, (a) => {
        const renamed = a.map((label) => 3 - label)
        expect(adjustedRandIndex(table(a, renamed))).toBeCloseTo(1, 12)
        expect(variationOfInformation(table(a, renamed))).toBeCloseTo(0, 12)
      }),
      { seed: 1 },
    )
  })

  it('is symmetric, and the variation of information obeys the triangle inequality', () => {
    fc.assert(
      fc.property(labels, labels, labels, (a, b, c) => {
        const distance = (x: Uint8Array, y: Uint8Array) => variationOfInformation(table(x, y))
        expect(distance(a, b)).toBeCloseTo(distance(b, a), 12)
        expect(adjustedRandIndex(table(a, b))).toBeCloseTo(adjustedRandIndex(table(b, a)), 12)
        expect(distance(a, c)).toBeLessThanOrEqual(distance(a, b) + distance(b, c) + 1e-12)
      }),
      { seed: 2 },
    )
  })

  it('agrees with a value worked out by hand', () => {
    const a = Uint8Array.of(0, 0, 0, 1, 1, 1)
    const b = Uint8Array.of(0, 0, 1, 1, 2, 2)
    expect(adjustedRandIndex(table(a, b))).toBeCloseTo(8 / 33, 12)
    const joint = (2 / 3) * Math.log(3) + (1 / 3) * Math.log(6)
    expect(variationOfInformation(table(a, b))).toBeCloseTo(2 * joint - Math.log(2) - Math.log(3), 12)
  })

  it('leaves out rows that either side leaves unlabelled', () => {
    const counted = table(Uint8Array.of(0, 255, 1), Uint8Array.of(1, 1, 255))
    expect(counted.rows).toBe(1)
    expect(counted.counts[1]).toBe(1)
  })
})

describe('assignment', () => {
  it('is as cheap as the best of all permutations', () => {
    const costs = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 16, maxLength: 16 })
    fc.assert(
      fc.property(costs, (list) => {
        const cost = Float64Array.from(list)
        const chosen = assign(cost, 4, 4)
        expect(new Set(chosen).size).toBe(4)
        const price = (order: Iterable<number>) =>
          [...order].reduce((sum, column, row) => sum + cost[row * 4 + column], 0)
        expect(price(chosen)).toBe(Math.min(...permutations([0, 1, 2, 3]).map(price)))
      }),
      { seed: 3 },
    )
  })

  it('leaves rows over where there are more of them than columns', () => {
    expect([...assign(Float64Array.of(5, 1, 3), 3, 1)]).toEqual([-1, 0, -1])
    expect([...assign(Float64Array.of(5, 1, 3), 1, 3)]).toEqual([1])
  })

  it('pairs clusters by the rows they share', () => {
    const match = matchPartitions(
      contingency(Uint8Array.of(0, 0, 1, 1, 2), Uint8Array.of(1, 1, 0, 0, 0), 3, 2),
    )
    expect([...match]).toEqual([1, 0, -1])
  })
})

function permutations(items: number[]): number[][] {
  if (items.length < 2) return [items]
  return items.flatMap((item, i) =>
    permutations(items.filter((_, j) => j !== i)).map((others) => [item, ...others]),
  )
}
