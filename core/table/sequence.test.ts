import { expect, test } from 'vitest'
import { sequence } from './sequence.ts'

test.each([
  [[5, 6, 7, 8], { distinct: 4, distinctIntegers: true, runs: 1 }],
  [[1, 2, 3, 1, 2, 3, 1], { distinct: 3, distinctIntegers: false, runs: 3 }],
  [[7, 5, 6], { distinct: 3, distinctIntegers: true, runs: 0 }],
  [[1, 2, 2, 3], { distinct: 3, distinctIntegers: false, runs: 0 }],
  [[1, 1.5, 2], { distinct: 3, distinctIntegers: false, runs: 0 }],
  [[1, Number.NaN, 2], { distinct: 2, distinctIntegers: false, runs: 0 }],
  [[-0, 0, 1], { distinct: 2, distinctIntegers: false, runs: 2 }],
  [[], { distinct: 0, distinctIntegers: false, runs: 0 }],
])('%j is %o', (values, expected) => expect(sequence(Float64Array.from(values))).toEqual(expected))

test('numbers so large that one more makes no difference do not count the rows', () => {
  expect(sequence(new Float64Array(20).fill(2 ** 60)).runs).toBe(20)
})
