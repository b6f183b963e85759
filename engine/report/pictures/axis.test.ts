import { expect, it } from 'vitest'
import { closeAxis, linearAxis, powerAxis } from './axis.ts'

it('a linear axis has round ticks around its values', () => {
  const axis = linearAxis(2842.28, 2964.777)
  expect(axis.ticks.map(({ text }) => text)).toEqual(['2,800', '2,850', '2,900', '2,950', '3,000'])
  expect(axis.low).toBeLessThanOrEqual(2842.28)
  expect(axis.high).toBeGreaterThanOrEqual(2964.777)
  expect(axis.share(axis.low)).toBe(0)
  expect(axis.share(axis.high)).toBe(1)
})

it('an axis of one value, of huge and of tiny ones is still an axis', () => {
  for (const [least, most] of [
    [3, 3],
    [0, 0],
    [1e9, 1e9 + 1e-3],
    [-1e-12, 1e-12],
    [1e300, 2e300],
  ] as const)
    for (const axis of [linearAxis(least, most), closeAxis(least, most)]) {
      expect(axis.high).toBeGreaterThan(axis.low)
      expect(axis.share(least)).toBeGreaterThanOrEqual(0)
      expect(axis.share(most)).toBeLessThanOrEqual(1)
      expect(axis.ticks.length).toBeLessThan(20)
    }
})

it('a close axis leaves little room and writes the ticks inside alone', () => {
  const axis = closeAxis(1, 9, 4)
  expect(axis.low).toBeCloseTo(0.68, 12)
  expect(axis.high).toBeCloseTo(9.32, 12)
  expect(axis.ticks.map(({ at }) => at)).toEqual([2, 4, 6, 8])
})

it('an axis of powers has a tick for each, and the floor for what is below it', () => {
  const axis = powerAxis(1e-4, 87, 1e-4)
  expect(axis.ticks.map(({ text }) => text)).toEqual(['0.0001', '0.001', '0.01', '0.1', '1', '10', '100'])
  expect(axis.share(0)).toBe(0)
  expect(axis.share(100)).toBeCloseTo(1, 12)
  expect(powerAxis(1, 1e12, 1).ticks.map(({ text }) => text)).toContain('1e8')
})
