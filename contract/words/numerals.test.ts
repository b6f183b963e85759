import { afterEach, describe, expect, it } from 'vitest'
import { formatDuration } from './duration.ts'
import { formatCount, formatFixed, formatGap, formatNumber } from './number.ts'
import { readTyped, writeNumbersIn, writeTyped } from './numerals.ts'

afterEach(() => writeNumbersIn('en-GB'))

const written = () => [
  formatCount(1_000_000),
  formatFixed(-1130.26396, 3),
  formatFixed(-7765157.9324, 1),
  formatNumber(12_345.678),
  formatNumber(0.5),
  formatGap(0.0000321),
  formatDuration(2.34),
]

describe('numbers by the person’s language', () => {
  it('have a comma and points in German', () => {
    writeNumbersIn('de-DE')
    expect(written()).toEqual(['1.000.000', '−1130,264', '−7.765.157,9', '12.346', '0,5', '3,2e−5', '2,3 s'])
  })

  it('have a comma and narrow spaces in French', () => {
    writeNumbersIn('fr-FR')
    expect(written()).toEqual([
      '1\u202f000\u202f000',
      '−1130,264',
      '−7\u202f765\u202f157,9',
      '12\u202f346',
      '0,5',
      '3,2e−5',
      '2,3 s',
    ])
  })

  it('are English where nobody knows the language, and in the digits 0 to 9 in every one', () => {
    writeNumbersIn('not a language')
    expect(formatCount(1234)).toBe('1,234')
    writeNumbersIn('ar-EG')
    expect(formatFixed(1.5, 1)).toMatch(/^1.5$/)
  })
})

describe('numbers that are typed', () => {
  it('are read as programs write them in every language', () => {
    for (const language of ['en-GB', 'de-DE', 'fr-FR']) {
      writeNumbersIn(language)
      expect(['1e-6', ' 0.5 ', '12', '-3.25', '0.001'].map(readTyped)).toEqual([1e-6, 0.5, 12, -3.25, 0.001])
    }
  })

  it('are read with the marks of the language', () => {
    writeNumbersIn('de-DE')
    expect(['0,5', '1.000', '1.000.000,5', '1,5e-3'].map(readTyped)).toEqual([0.5, 1000, 1000000.5, 0.0015])
    writeNumbersIn('fr-FR')
    expect(['0,5', '1 000', '1\u202f000,5'].map(readTyped)).toEqual([0.5, 1000, 1000.5])
    writeNumbersIn('en-GB')
    expect(['1,000', '10,000.5'].map(readTyped)).toEqual([1000, 10000.5])
  })

  it('are none where marks stand as no language has them', () => {
    expect(['', '0,5', '1,00', 'many', '1,2,3'].map(readTyped)).toEqual([NaN, NaN, NaN, NaN, NaN])
    writeNumbersIn('de-DE')
    expect(['1,2,3', '1,000,000'].map(readTyped)).toEqual([NaN, NaN])
  })

  it('are read back from what is written', () => {
    for (const language of ['en-GB', 'de-DE', 'fr-FR', 'de-CH', 'pl-PL']) {
      writeNumbersIn(language)
      expect(
        [formatCount(1_234_567), formatFixed(-98_765.25, 2), formatFixed(0.125, 3)].map(readTyped),
      ).toEqual([1_234_567, -98_765.25, 0.125])
      const numbers = [0.8, 12345.678, 1e-9, -5]
      expect(numbers.map(writeTyped).map(readTyped)).toEqual(numbers)
    }
  })
})
