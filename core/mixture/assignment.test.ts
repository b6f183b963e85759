import { describe, expect, it } from 'vitest'
import { assign } from './assignment.ts'

const matrix = (...rows: number[][]) => Float64Array.from(rows.flat())

describe('the cheapest assignment', () => {
  it.each([NaN, Infinity, -Infinity])('avoids a cost of %d where it can', (odd) => {
    expect([...assign(matrix([odd, 5, 9], [1, 2, odd], [4, odd, 3]), 3, 3)]).toEqual([1, 0, 2])
    expect([...assign(matrix([odd, 1e-30], [1e-30, odd]), 2, 2)]).toEqual([1, 0])
  })

  it.each([NaN, Infinity, -Infinity, Number.MAX_VALUE])(
    'ends where every cost of a row or of all is %d',
    (odd) => {
      expect([...assign(matrix([odd, odd, odd], [2, 1, 3], [1, 2, 3]), 3, 3)]).toEqual([2, 1, 0])
      expect([...assign(matrix([odd, odd], [odd, odd]), 2, 2)].toSorted()).toEqual([0, 1])
      expect([...assign(matrix([odd, odd]), 1, 2)]).toEqual([0])
    },
  )
})
