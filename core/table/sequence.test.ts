import { expect, test } from 'vitest'
import { sequence } from './sequence.ts'

test.each([
  [[5, 6, 7, 8], { distinct: 4, distinctIntegers: true, counting: true }],
  [[7, 5, 6], { distinct: 3, distinctIntegers: true, counting: false }],
  [[1, 2, 2, 3], { distinct: 3, distinctIntegers: false, counting: false }],
  [[1, 1.5, 2], { distinct: 3, distinctIntegers: false, counting: false }],
  [[1, Number.NaN, 2], { distinct: 2, distinctIntegers: false, counting: false }],
  [[-0, 0, 1], { distinct: 2, distinctIntegers: false, counting: false }],
  [[], { distinct: 0, distinctIntegers: false, counting: false }],
])('%j is %o', (values, expected) => expect(sequence(Float64Array.from(values))).toEqual(expected))
