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

test('a beginning far from the rest costs no digits', () => {
  const values = Float64Array.from({ length: 5001 }, (_, i) => (i < 1100 ? 1e12 + (i % 3) : i % 2))
  const { mean, sd } = moments(values)!
  const exact = (1100 * 1e12 + 1099 + 1950) / 5001
  expect(mean / exact).toBeCloseTo(1, 12)
  const far = 1100 * (1e12 + 1099 / 1100 - exact) ** 2 + 3901 * (0.5 - exact) ** 2
  expect(sd / Math.sqrt(far / 5000)).toBeCloseTo(1, 12)
})

test('the order of the numbers and a missing one beside them change nothing but rounding', () => {
  const values = Float64Array.from({ length: 4001 }, (_, i) => 1e6 + Math.sin(i) * (i % 7))
  const whole = moments(values)!
  const others = [values.toReversed(), Float64Array.of(...values, Number.NaN)].map((other) => moments(other)!)
  for (const other of others) {
    expect([other.count, other.min, other.max]).toEqual([whole.count, whole.min, whole.max])
    expect(other.mean / whole.mean).toBeCloseTo(1, 15)
    expect(other.sd / whole.sd).toBeCloseTo(1, 12)
  }
})
