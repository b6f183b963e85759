import { afterEach, describe, expect, it } from 'vitest'
import { writeNumbersIn } from '../../contract/words/numerals.ts'
import { overlapTitle, statusColumnTitle } from './doubt-words.ts'

afterEach(() => writeNumbersIn('en-GB'))

describe('words for doubt', () => {
  it('say which thresholds a status column is by', () => {
    expect(statusColumnTitle({ unclassified: 0.8, outliers: 0.025 })).toMatch(
      /outlier for the 2\.5 % of lowest log density, unclassified below a responsibility of 0\.8, else classified/,
    )
    writeNumbersIn('de-DE')
    expect(statusColumnTitle({ unclassified: 0.8, outliers: null })).toContain('responsibility of 0,8, else')
  })

  it('read a cell of the overlap, noise too', () => {
    expect(overlapTitle('2', 'noise', '0.1', '0.2')).toBe(
      'The rows of cluster 2 belong to the noise by 0.1 on average; of the rows of component 2, 0.2 are put into the noise.',
    )
  })
})
