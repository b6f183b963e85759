import { describe, expect, it } from 'vitest'
import { labelsOf } from './label-options.ts'

describe('the labelled file', () => {
  it('is not written where it is not asked for', () => {
    expect(labelsOf({})).toBeNull()
  })

  it.each([
    ['out/l.csv', 'out/l.basin.json'],
    ['l.2024.csv.gz', 'l.2024.basin.json'],
    ['labels', 'labels.basin.json'],
    ['.csv', '.csv.basin.json'],
  ])('has its provenance beside it: %s', (labels, provenance) => {
    expect(labelsOf({ labels, provenance: true })).toEqual({
      path: labels,
      posteriors: false,
      spreadsheetSafe: false,
      provenance,
      agreement: null,
    })
  })

  it.each([{ posteriors: true }, { provenance: true }, { 'spreadsheet-safe': true }, { agreement: true }])(
    'has to be named where something is asked of it: %j',
    (values) => {
      expect(() => labelsOf(values)).toThrowError(/give --labels OUT\.csv too/)
    },
  )

  it('has the agreement of solutions near the best, however near is asked for', () => {
    const gapOf = (values: Parameters<typeof labelsOf>[0]) =>
      labelsOf({ labels: 'l.csv', ...values })?.agreement
    expect(gapOf({ agreement: true })).toBe(5)
    expect(gapOf({ agreement: true, 'agreement-gap': '12.5' })).toBe(12.5)
    expect(() => gapOf({ agreement: true, 'agreement-gap': '-1' })).toThrowError(/0 or more/)
    expect(() => gapOf({ 'agreement-gap': '3' })).toThrowError(/give --agreement too/)
  })
})
