import { expect, test } from 'vitest'
import { histogram } from './histogram.ts'

test('every number falls into one bin, the greatest into the last', () => {
  const values = Float64Array.from({ length: 25 }, (_, i) => (i === 3 ? Number.NaN : i))
  const { low, high, counts } = histogram(values, 0, 24)
  expect([low, high]).toEqual([0, 24])
  expect(counts).toHaveLength(24)
  expect(counts.reduce((a, b) => a + b)).toBe(24)
  expect(counts[3]).toBe(0)
  expect(counts[23]).toBe(2)
})

test('one value repeated is one full bin', () => {
  expect(histogram(Float64Array.of(5, 5), 5, 5).counts[0]).toBe(2)
})

test('a range as wide as the doubles is cut without overflow', () => {
  const widest = Number.MAX_VALUE
  const { counts } = histogram(Float64Array.of(-widest, 0, widest), -widest, widest)
  expect([counts[0], counts[12], counts[23]]).toEqual([1, 1, 1])
})
