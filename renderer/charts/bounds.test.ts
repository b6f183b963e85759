import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalsOf, roundBounds } from './bounds.ts'

describe('round axes', () => {
  it.each([
    [1.6, 5.1, { min: 1, max: 6, interval: 1 }],
    [43, 96, { min: 40, max: 100, interval: 10 }],
    [-1289.3, -1130.26, { min: -1300, max: -1100, interval: 50 }],
    [0, 0, { min: -0.5, max: 0.5, interval: 0.2 }],
  ])('from %d to %d', (low, high, expected) => {
    const { min, max, interval } = roundBounds(low, high)
    expect(interval).toBe(expected.interval)
    expect(min).toBeLessThanOrEqual(low)
    expect(max).toBeGreaterThanOrEqual(high)
    expect(max - min).toBeLessThanOrEqual(expected.max - expected.min + 2 * interval)
  })

  it('cover any data with a few steps', () => {
    const number = fc.double({ min: -1e12, max: 1e12, noNaN: true })
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        const { min, max, interval } = roundBounds(low, high)
        const slack = Math.max(Math.abs(low), Math.abs(high), 1e-300) * 1e-9
        expect(min).toBeLessThanOrEqual(low + slack)
        expect(max).toBeGreaterThanOrEqual(high - slack)
        expect((max - min) / interval).toBeLessThanOrEqual(9)
      }),
    )
  })

  it('show data without a range, and no data at all', () => {
    expect(roundBounds(5, 5).min).toBeLessThan(5)
    expect(roundBounds(Infinity, -Infinity)).toMatchObject({ min: 0, max: 1 })
  })

  it('have as many decimals as their step needs', () => {
    expect([50, 1, 0.5, 0.02, 0.001].map(decimalsOf)).toEqual([0, 0, 1, 2, 3])
  })
})
