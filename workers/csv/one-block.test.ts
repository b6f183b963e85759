import { expect, test } from 'vitest'
import { inOneBlock } from './one-block.ts'

test('short columns share a block, with their numbers and their order; long ones stay where they are', () => {
  const long = new Float64Array(new SharedArrayBuffer(8 * 1000)).fill(7)
  const [first, none, kept, last] = inOneBlock([
    Float64Array.of(1, Number.NaN),
    null,
    long,
    Float64Array.of(3),
  ])
  expect(Array.from(first!)).toEqual([1, Number.NaN])
  expect(Array.from(last!)).toEqual([3])
  expect(first!.buffer).toBe(last!.buffer)
  expect(first!.buffer).toBeInstanceOf(SharedArrayBuffer)
  expect([none, kept]).toEqual([null, long])
  expect(kept).toBe(long)
})
