import { expect, test } from 'vitest'
import { collectFloats } from './floats.ts'

test('numbers beyond one chunk come out in order, behind the NaNs asked for', () => {
  const floats = collectFloats()
  for (let i = 0; i < 200_000; i++) floats.push(i)
  const all = floats.toShared(2)
  expect(all.length).toBe(200_002)
  expect([all[0], all[1]]).toEqual([Number.NaN, Number.NaN])
  expect(all.subarray(2).every((value, i) => value === i)).toBe(true)
  expect(all.buffer).toBeInstanceOf(SharedArrayBuffer)
})

test('the collector is empty after its numbers were taken', () => {
  const floats = collectFloats()
  for (let i = 0; i < 1000; i++) floats.push(i)
  floats.toShared()
  floats.push(7)
  expect(Array.from(floats.toShared())).toEqual([7])
})

test('nothing collected is an empty array', () => {
  expect(collectFloats().toShared()).toHaveLength(0)
})
