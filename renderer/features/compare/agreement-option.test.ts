import { expect, it } from 'vitest'
import { agreementRange } from './agreement-option.ts'

it('colours of agreement begin at a round share that no row is below', () => {
  const range = (counts: number[]) =>
    agreementRange({
      counts: Uint32Array.from(counts),
      total: counts.length - 1,
      solutions: [],
      drawn: new Float32Array(),
      fragile: {
        rows: new Uint32Array(),
        votes: new Uint32Array(),
        cluster: new Uint8Array(),
        elsewhere: new Uint8Array(),
      },
    })
  expect(range([0, 0, 3, 9])).toEqual([0.6, 1])
  expect(range([0, 0, 0, 9])).toEqual([0, 1])
  expect(range([1, 0, 0, 9])).toEqual([0, 1])
})
