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
      status: {},
    })
  })

  it.each([{ posteriors: true }, { provenance: true }, { 'spreadsheet-safe': true }, { agreement: true }])(
    'has to be named where something is asked of it: %j',
    (values) => {
      expect(() => labelsOf(values)).toThrowError(/give --labels OUT\.csv too/)
    },
  )

  it('has the thresholds of its status column, each of them in its bounds', () => {
    const statusOf = (values: Parameters<typeof labelsOf>[0]) =>
      labelsOf({ labels: 'l.csv', ...values })?.status
    expect(statusOf({ unclassified: '0.8' })).toEqual({ unclassified: 0.8 })
    expect(statusOf({ unclassified: '1', outliers: '0.05' })).toEqual({ unclassified: 1, outliers: 0.05 })
    expect(() => statusOf({ unclassified: '80' })).toThrowError(
      /--unclassified must be a number above 0, at most 1/,
    )
    expect(() => statusOf({ outliers: '0' })).toThrowError(
      /--outliers must be a number above 0, at most 0\.5/,
    )
    expect(() => labelsOf({ outliers: '0.1' })).toThrowError(/give --labels OUT\.csv too/)
  })

  it('has the agreement of solutions near the best, however near is asked for', () => {
    const gapOf = (values: Parameters<typeof labelsOf>[0]) =>
      labelsOf({ labels: 'l.csv', ...values })?.agreement
    expect(gapOf({ agreement: true })).toBe(5)
    expect(gapOf({ agreement: true, 'agreement-gap': '12.5' })).toBe(12.5)
    expect(() => gapOf({ agreement: true, 'agreement-gap': '-1' })).toThrowError(/0 or more/)
    expect(() => gapOf({ 'agreement-gap': '3' })).toThrowError(/give --agreement too/)
  })
})
