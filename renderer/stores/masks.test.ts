import { expect, it } from 'vitest'
import { countRows } from '../../contract/row-mask.ts'
import { combine, describe as say, inverse, nextRow } from './masks.ts'

const before = Uint8Array.of(0b1100)
const pointed = Uint8Array.of(0b1010)

it.each([
  ['replace', 0b1010],
  ['add', 0b1110],
  ['remove', 0b0100],
  ['intersect', 0b1000],
] as const)('%s makes one mask of two and leaves both as they were', (mode, expected) => {
  expect(combine(before, pointed, mode)).toEqual(Uint8Array.of(expected))
  expect([before[0], pointed[0]]).toEqual([0b1100, 0b1010])
})

it('the inverse has the other rows and none behind the last', () => {
  expect(inverse(Uint8Array.of(0b101, 0), 11)).toEqual(Uint8Array.of(0b11111010, 0b111))
  expect(countRows(inverse(new Uint8Array(2), 16))).toBe(16)
  expect(inverse(new Uint8Array(0), 0)).toHaveLength(0)
})

it('the next row is found down and up, round the end, and is the same one where there is one only', () => {
  const chosen = [3, 40, 41, 99]
  const mask = new Uint8Array(13)
  for (const row of chosen) mask[row >> 3] |= 1 << (row & 7)
  for (let from = 0; from < 100; from++) {
    expect(nextRow(mask, 100, from, 1)).toBe(chosen.find((row) => row > from) ?? 3)
    expect(nextRow(mask, 100, from, -1)).toBe(chosen.findLast((row) => row < from) ?? 99)
  }
  expect(nextRow(Uint8Array.of(0b100), 5, 2, 1)).toBe(2)
  expect(nextRow(new Uint8Array(13), 100, 5, 1)).toBeNull()
})

it('words say how rows came to be selected', () => {
  expect(say('', 'cluster 1 of VVV-2-0', 'add')).toBe('cluster 1 of VVV-2-0')
  expect(say('cluster 1', 'an area of x × y', 'remove')).toBe('cluster 1, without an area of x × y')
  expect(say('cluster 1', 'cluster 2', 'replace')).toBe('cluster 2')
})
