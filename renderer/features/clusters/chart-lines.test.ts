import { expect, it } from 'vitest'
import { chartLines } from './chart-lines.ts'

const none = { ellipses: false, contours: false, marginals: false, rows: false }

it('what the lines of a chart mean is said of those that are drawn', () => {
  const once = { columns: 3, weighting: null }
  const scatter = { ...once, chart: 'Scatter' } as const
  expect(chartLines({ ...scatter, show: none })).toBe('')
  expect(chartLines({ ...scatter, show: { ...none, ellipses: true, contours: true } })).toBe(
    'ellipses at 1 σ (solid) and 2 σ (dashed) · contours hold 50, 80 and 95 % of the mixture',
  )
  expect(chartLines({ ...scatter, columns: 1, show: none })).toMatch(/^curves/)
  expect(chartLines({ ...once, chart: 'Profiles', show: none })).toMatch(/bands/)
  expect(chartLines({ ...once, chart: 'Profiles', show: { ...none, rows: true } })).not.toMatch(/bands/)
  expect(chartLines({ ...once, chart: 'Matrix', show: none })).not.toMatch(/ellipses/)
})

it('what histograms count is said, and that a point is a row where rows weigh', () => {
  const weighting = { column: 'times', kind: 'frequency' } as const
  const show = { ...none, marginals: true }
  const scatter = { chart: 'Scatter', columns: 3, show } as const
  expect(chartLines({ ...scatter, weighting: null })).toBe('histograms count rows')
  expect(chartLines({ ...scatter, weighting })).toBe(
    'histograms add up weights (frequency: times) · a point is a row, whatever it weighs',
  )
  expect(chartLines({ chart: 'Matrix', columns: 3, show: none, weighting })).toMatch(/add up weights/)
  expect(chartLines({ chart: 'Profiles', columns: 3, show: none, weighting })).not.toMatch(/weighs/)
  expect(chartLines({ chart: 'Profiles', columns: 3, show: { ...none, rows: true }, weighting })).toMatch(
    /a thin line is a row, whatever it weighs$/,
  )
})
