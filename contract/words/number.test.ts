import { describe, expect, it } from 'vitest'
import { formatCount, formatFixed, formatGap, formatNumber, formatShare } from './number.ts'

describe('numbers as an analyst reads them', () => {
  it('counts have separators between thousands', () => {
    expect(formatCount(1_000_000)).toBe('1,000,000')
  })

  it('log-likelihoods have a true minus sign and fixed decimals', () => {
    expect(formatFixed(-1130.26396, 3)).toBe('−1130.264')
    expect(formatFixed(-7765157.9324, 3)).toBe('−7,765,157.932')
    expect(formatFixed(-0.004, 2)).toBe('0.00')
    expect(formatFixed(-Infinity, 3)).toBe('−∞')
    expect(formatFixed(NaN, 3)).toBe('not a number')
  })

  it.each([
    [0, '0'],
    [70.897058, '70.897'],
    [3.5, '3.5'],
    [272, '272'],
    [1234567, '1,234,567'],
    [-12345.678, '−12,346'],
    [9999, '9999'],
    [-0.000123456, '−0.00012346'],
    [1.5e-7, '1.5e−7'],
    [2e12, '2e12'],
    [100, '100'],
  ])('%d keeps its leading figures and no empty zeros', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it('a number that is not there is a dash', () => {
    expect(formatNumber(null)).toBe('–')
  })

  it('a share is 0 or 100 per cent only when it is exactly that', () => {
    expect([0, 0.004, 0.355, 0.999, 1].map(formatShare)).toEqual(['0 %', '< 1 %', '36 %', '> 99 %', '100 %'])
  })

  it('the gap of the best restart is 0 and small gaps keep their order of magnitude', () => {
    expect([0, 1e-9, 0.0000321, 0.1234567, 12.3456].map(formatGap)).toEqual([
      '0',
      '0',
      '3.2e−5',
      '0.1235',
      '12.35',
    ])
  })
})
