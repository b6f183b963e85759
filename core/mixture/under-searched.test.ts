import { describe, expect, it } from 'vitest'
import type { CovarianceModel } from './types.ts'
import { outdoneBy } from './under-searched.ts'

const cell = (
  covariance: CovarianceModel,
  components: number,
  best: number | null,
  highest: number | null = best,
) => ({ covariance, components, best, highest })

describe('a cell is searched too little', () => {
  it('where fewer components of the same model reach more', () => {
    const fewer = cell('VVV', 2, -90)
    const more = cell('VVV', 3, -95)
    expect(outdoneBy(more, [fewer, more], false)).toBe(fewer)
    expect(outdoneBy(fewer, [fewer, more], false)).toBeNull()
  })

  it('where a simpler model that it contains reaches more, with as many components or fewer', () => {
    const simple = cell('EEI', 2, -90)
    const general = cell('VVV', 3, -95)
    expect(outdoneBy(general, [simple, general], false)).toBe(simple)
    expect(outdoneBy(simple, [simple, general], false)).toBeNull()
  })

  it('but not where neither model contains the other', () => {
    const crossed = [cell('VEI', 3, -90), cell('EVI', 3, -95)]
    expect(crossed.map((one) => outdoneBy(one, crossed, false))).toEqual([null, null])
  })

  it('and the highest of several is named', () => {
    const cells = [cell('EEI', 3, -92), cell('VVV', 2, -91), cell('VVV', 3, -95)]
    expect(outdoneBy(cells[2], cells, false)).toBe(cells[1])
  })

  it('but not by a difference that makes no other solution', () => {
    const cells = [cell('VVV', 2, -1000), cell('VVV', 3, -1000.0005)]
    expect(outdoneBy(cells[1], cells, false)).toBeNull()
  })

  it('but not where what lies as high is spurious', () => {
    const cells = [cell('VVV', 2, -90), cell('VVV', 3, -95, -80)]
    expect(outdoneBy(cells[1], cells, false)).toBeNull()
  })

  it('where nothing was found in it at all, and never by what is set aside', () => {
    const cells = [cell('VVV', 2, -90), cell('VVV', 3, null), cell('EEE', 3, null, -10)]
    expect(outdoneBy(cells[1], cells, false)).toBe(cells[0])
  })

  it('with one component only beside noise: without, it has one optimum', () => {
    const cells = [cell('EII', 1, -90), cell('VVV', 1, -90.5)]
    expect(outdoneBy(cells[1], cells, false)).toBeNull()
    expect(outdoneBy(cells[1], cells, true)).toBe(cells[0])
  })
})
