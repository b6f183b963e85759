import { describe, expect, it } from 'vitest'
import { describeCount, explainCount, formatWeight, rowsThatWeigh } from './weighting.ts'

const weighting = { column: 'w', kind: 'frequency', count: 2080, zero: 0, missing: 0 } as const

describe('the words on n', () => {
  it('say what it is and by which column', () => {
    expect(describeCount(weighting)).toBe('n = 2,080 (frequency: w)')
    expect(explainCount(null)).toContain('every row counts once')
    expect(explainCount(weighting)).toBe('The sum of the frequencies in w')
    expect(explainCount({ ...weighting, kind: 'importance' })).toContain('of mean 1')
  })

  it('tell of the rows that were left out for their weight', () => {
    expect(explainCount({ ...weighting, zero: 3, missing: 1 })).toMatch(
      /left out: 3 with a weight of 0, 1 without a weight$/,
    )
  })

  it('write what rows weigh as a count where it is one', () => {
    expect(formatWeight(1200)).toBe('1,200')
    expect(formatWeight(12.3456)).toBe('12.35')
    expect(rowsThatWeigh(1, 3)).toBe('1 row that weighs 3')
    expect(rowsThatWeigh(1200, 2400)).toBe('1,200 rows that weigh 2,400')
    expect(rowsThatWeigh(2, null)).toBe('2 rows')
  })
})
