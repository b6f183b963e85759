import { expect, it } from 'vitest'
import { chartLines } from './chart-lines.ts'

const none = { ellipses: false, contours: false, rows: false }

it('what the lines of a chart mean is said of those that are drawn', () => {
  const scatter = { chart: 'Scatter', columns: 3 } as const
  expect(chartLines({ ...scatter, show: none })).toBe('')
  expect(chartLines({ ...scatter, show: { ...none, ellipses: true, contours: true } })).toBe(
    'ellipses at 1 σ (solid) and 2 σ (dashed) · contours hold 50, 80 and 95 % of the mixture',
  )
  expect(chartLines({ ...scatter, columns: 1, show: none })).toMatch(/^curves/)
  expect(chartLines({ chart: 'Profiles', columns: 3, show: none })).toMatch(/bands/)
  expect(chartLines({ chart: 'Profiles', columns: 3, show: { ...none, rows: true } })).not.toMatch(/bands/)
  expect(chartLines({ chart: 'Matrix', columns: 3, show: none })).not.toMatch(/ellipses/)
})
