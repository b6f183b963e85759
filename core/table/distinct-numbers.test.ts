import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countDistinctNumbers } from './distinct-numbers.ts'

const expected = (values: Float64Array) => new Set([...values].filter((value) => !Number.isNaN(value))).size

test('different numbers are counted exactly, whatever they are', () => {
  fc.assert(
    fc.property(fc.float64Array({ maxLength: 300 }), (values) => {
      expect(countDistinctNumbers(values)).toBe(expected(values))
    }),
  )
})

test.each([
  ['all different', (i: number) => Math.sin(i)],
  ['each twice', (i: number) => Math.sqrt(i >> 1)],
  ['half of them the same', (i: number) => (i % 2 === 0 ? 7 : i)],
  ['each with both signs', (i: number) => (i % 2 === 0 ? 1 : -1) * (i >> 1)],
  ['in their lowest bits alone', (i: number) => 1 + i * Number.EPSILON],
  ['all the same', () => 7],
  ['a few beyond those that fit in the small table', (i: number) => i % 2051],
])('many numbers are counted exactly: %s', (_, at) => {
  const values = Float64Array.from({ length: 30_000 }, (_, i) => (i % 100 === 13 ? Number.NaN : at(i)))
  expect(countDistinctNumbers(values)).toBe(expected(values))
  expect(countDistinctNumbers(values, 5000)).toBe(expected(values))
  expect(countDistinctNumbers(new Float64Array(values.buffer, 80, 20_000))).toBe(
    expected(values.subarray(10, 20_010)),
  )
})

test('zero is one number whatever its sign, and a column without numbers has none', () => {
  expect(countDistinctNumbers(Float64Array.of(0, -0, Number.NaN))).toBe(1)
  expect(countDistinctNumbers(Float64Array.of(Number.NaN))).toBe(0)
  expect(countDistinctNumbers(new Float64Array())).toBe(0)
})
