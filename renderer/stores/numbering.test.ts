import { describe, expect, it } from 'vitest'
import { inOrder, numbersFrom, plainNumbers } from './numbering.ts'

describe('numbers of components', () => {
  it('are those of their counterparts', () => {
    expect(numbersFrom(3, [{ numbers: [0, 1, 2], counterparts: [2, 0, 1] }])).toEqual([2, 0, 1])
  })

  it('are new where there is no counterpart, and never that of a cluster that is only missing here', () => {
    expect(numbersFrom(2, [{ numbers: [0, 1, 2], counterparts: [1, -1] }])).toEqual([1, 3])
  })

  it('come from the next source where the first has no counterpart', () => {
    const reference = { numbers: [0, 1], counterparts: [1, -1, 0, -1] }
    const larger = { numbers: [0, 1, 2, 3], counterparts: [1, 3, 0, 2] }
    expect(numbersFrom(4, [reference, larger])).toEqual([1, 3, 0, 2])
  })

  it('are given once each', () => {
    const first = { numbers: [0, 1], counterparts: [0, -1] }
    const second = { numbers: [5, 0], counterparts: [0, 1] }
    expect(numbersFrom(2, [first, second])).toEqual([0, 2])
  })

  it('leave those alone that have a name', () => {
    expect(numbersFrom(2, [{ numbers: [0], counterparts: [0, -1] }], [1, 2])).toEqual([0, 3])
  })
})

it('components stand in the order of their numbers', () => {
  expect(inOrder([2, 0, 4, 1])).toEqual([1, 3, 0, 2])
  expect(inOrder(plainNumbers(2))).toEqual([0, 1])
})
