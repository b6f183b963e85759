import { expect, it } from 'vitest'
import { runsOf } from './row-runs.ts'

it('rows near one another are read in one run, far ones and too many in several', () => {
  expect(runsOf(Uint32Array.of(2, 3, 7, 30), 4, 100)).toEqual([
    { from: 2, count: 6 },
    { from: 30, count: 1 },
  ])
  expect(runsOf(Uint32Array.of(0, 1, 2, 3, 4), 1, 2)).toEqual([
    { from: 0, count: 2 },
    { from: 2, count: 2 },
    { from: 4, count: 1 },
  ])
  expect(runsOf(new Uint32Array(), 1, 2)).toEqual([])
})
