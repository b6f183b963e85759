import { expect, it } from 'vitest'
import { countRows } from '../../contract/row-mask.ts'
import { combine, describe as say, inverse } from './masks.ts'

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

it('words say how rows came to be selected', () => {
  expect(say('', 'cluster 1 of VVV-2-0', 'add')).toBe('cluster 1 of VVV-2-0')
  expect(say('cluster 1', 'an area of x × y', 'remove')).toBe('cluster 1, without an area of x × y')
  expect(say('cluster 1', 'cluster 2', 'replace')).toBe('cluster 2')
})
