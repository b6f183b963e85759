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
    })
  })

  it.each([{ posteriors: true }, { provenance: true }, { 'spreadsheet-safe': true }])(
    'has to be named where something is asked of it: %j',
    (values) => {
      expect(() => labelsOf(values)).toThrowError(/give --labels OUT\.csv too/)
    },
  )
})
