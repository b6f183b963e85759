import { expect, test } from 'vitest'
import { moments } from './moments.ts'

test('mean and standard deviation leave NaN out, with divisor n − 1', () => {
  const { count, min, max, mean, sd } = moments(Float64Array.of(2, Number.NaN, 4, 4, 4, 5, 5, 7, 9))!
  expect([count, min, max, mean]).toEqual([8, 2, 9, 5])
  expect(sd).toBeCloseTo(Math.sqrt(32 / 7), 14)
})

test('large offsets do not eat the digits of the spread', () => {
  const { mean, sd } = moments(Float64Array.from({ length: 1000 }, (_, i) => 1e9 + (i % 2)))!
  expect(mean).toBe(1e9 + 0.5)
  expect(sd).toBeCloseTo(Math.sqrt(250 / 999), 9)
})

test('the largest and the smallest doubles neither overflow nor vanish', () => {
  expect(moments(Float64Array.of(1e308, -1e308))!.sd).toBeCloseTo(Math.SQRT2 * 1e308, -295)
  expect(moments(Float64Array.of(Number.MAX_VALUE, 0))!.mean).toBeCloseTo(Number.MAX_VALUE / 2, -295)
  expect(moments(Float64Array.of(1e-300, 3e-300))!.mean / 1e-300).toBeCloseTo(2, 12)
})

test('one value has no spread', () => {
  expect(moments(Float64Array.of(7))).toEqual({ count: 1, min: 7, max: 7, mean: 7, sd: 0 })
})

test('no value has no moments', () => {
  expect(moments(Float64Array.of(Number.NaN))).toBeNull()
})
