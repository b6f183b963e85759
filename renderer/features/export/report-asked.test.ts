import { expect, it } from 'vitest'
import * as v from 'valibot'
import { ReportPageInput } from '../../../contract/report-page.ts'
import type { RatioTestView, StabilityView } from '../../../contract/resampling-views.ts'
import { partsOf, reportAsked, type OnScreen } from './report-asked.ts'

const screen: OnScreen = {
  fit: 'f1',
  restart: 'VVV-2-0',
  allowSpurious: false,
  styles: [],
  nameOf: () => '',
  known: null,
  merged: null,
  stability: null,
  ratioTest: null,
}
const stability = {
  scheme: 'bootstrap',
  models: 'all',
  asked: 100,
  done: 40,
  without: 1,
  restarts: 10,
  clusters: [
    { mean: 0.9, low: 0.8, high: 1, jaccard: Float64Array.of(0.9), grade: 'highly-stable', dissolved: 0 },
  ],
  chosen: [{ components: 2, covariance: 'VVV', replicates: 39 }],
} as unknown as StabilityView
const ratioTest = {
  components: 2,
  statistic: 3.5,
  statistics: Float64Array.of(1, 2, 4),
  exceedances: 1,
  p: 0.5,
  early: true,
} as unknown as RatioTestView

it('a report tells of the restart on the screen, with nothing that was not asked for', () => {
  expect(reportAsked(screen)).toEqual({ fit: 'f1', restart: 'VVV-2-0', allowSpurious: false })
  expect(reportAsked({ ...screen, restart: null })).toEqual({ fit: 'f1', allowSpurious: false })
  expect(partsOf(screen)).toEqual([])
})

it('it takes along names, colours and what was set beside, in the form that the engine takes', () => {
  const full = {
    ...screen,
    styles: [3, 0],
    nameOf: (style: number) => (style === 3 ? 'long' : ''),
    known: 4,
    merged: 1,
    stability,
    ratioTest,
  }
  const asked = reportAsked(full)
  expect(v.safeParse(ReportPageInput, asked).success).toBe(true)
  expect(asked.clusters).toEqual([
    { style: 3, name: 'long' },
    { style: 0, name: '' },
  ])
  expect(asked.stability?.clusters).toEqual([{ mean: 0.9, grade: 'highly-stable', dissolved: 0 }])
  expect(asked.ratioTest).toEqual({
    components: 2,
    statistic: 3.5,
    samples: 3,
    exceedances: 1,
    early: true,
    p: 0.5,
  })
  expect(partsOf(full)).toEqual([
    'the known label',
    'the merged clusters',
    'stability',
    'the test of one component more',
  ])
})

it('what has not come to anything yet is left out', () => {
  const asked = reportAsked({
    ...screen,
    stability: { ...stability, clusters: [] },
    ratioTest: { ...ratioTest, p: null },
  })
  expect(asked).toEqual(reportAsked(screen))
})
