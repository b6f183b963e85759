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

test.each([
  ['as many', 200_000],
  ['fewer', 150_000],
  ['more', 300_000],
])('where %s numbers were expected they come out the same', (_, rows) => {
  for (const before of [0, 3, 100_000]) {
    const expected = { rows: 0 }
    const floats = collectFloats(expected)
    for (let i = 0; i < 200_000; i++) {
      floats.push(i)
      if (i === 1000) expected.rows = rows
    }
    floats.pushAll(Float64Array.of(-1, 200_000, 200_001, -1), 1, 3)
    expect(floats.bytes).toBe(200_002 * 8)
    const all = floats.toShared(before)
    expect(all.length).toBe(before + 200_002)
    expect(all.subarray(0, before).every(Number.isNaN)).toBe(true)
    expect(all.subarray(before).every((value, i) => value === i)).toBe(true)
  }
})

test('numbers are not copied at the end where enough were expected', () => {
  const floats = collectFloats({ rows: 1000 })
  for (let i = 0; i < 1000; i++) floats.push(i)
  expect(floats.toShared().buffer.byteLength).toBe(8000)
  const spare = collectFloats({ rows: 2000 })
  for (let i = 0; i < 1000; i++) spare.push(i)
  const all = spare.toShared()
  expect(all).toHaveLength(1000)
  expect(all.buffer.byteLength).toBe(16_000)
})
