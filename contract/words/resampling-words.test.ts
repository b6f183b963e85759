import { describe, expect, it } from 'vitest'
import type { ClusterStability, RatioTestView, StabilityView } from '../resampling-views.ts'
import { describeChosen, describeResolution, describeStability, describeTest } from './resampling-words.ts'

const cluster = (grade: ClusterStability['grade']): ClusterStability => ({
  jaccard: new Float64Array(10),
  mean: 0,
  median: 0,
  low: 0,
  high: 0,
  grade,
  dissolved: 0,
})
const common = { fit: 'f', restarts: 5, refinements: 0, seconds: 1, secondsLeft: null, stopped: false }
const stability: StabilityView = {
  ...common,
  restart: 'VVV-2-0',
  scheme: 'subsample',
  models: 'all',
  asked: 10,
  done: 10,
  without: 0,
  clusters: [cluster('highly-stable'), cluster('valid')],
  agreement: null,
  chosen: [
    { components: 2, covariance: 'VVV', replicates: 6 },
    { components: 2, covariance: 'EEE', replicates: 1 },
    { components: 3, covariance: 'VVV', replicates: 3 },
  ],
  intervals: null,
}
const test: RatioTestView = {
  ...common,
  asked: 199,
  done: 199,
  covariance: 'VVV',
  components: 2,
  fewer: -10,
  more: -8,
  statistic: 4,
  fitted: false,
  statistics: new Float64Array(199),
  without: 0,
  exceedances: 63,
  p: 0.32,
  early: false,
}

describe('what is said of stability', () => {
  it('counts the clusters from 0.75 on, and replicates that have no part in it', () => {
    expect(describeStability(stability)).toMatch(/^All 2 clusters are stable over 10 replicates/)
    const worse = { ...stability, clusters: [cluster('doubtful'), cluster('valid')], without: 1 }
    expect(describeStability(worse)).toMatch(
      /^1 of 2 clusters is stable over 9 replicates.*In 1 replicate this model had no usable solution/,
    )
    expect(describeStability({ ...stability, clusters: [] })).toMatch(/No replicate/)
  })

  it('adds up the covariance models of a number of components, and warns of repeated rows', () => {
    expect(describeChosen(stability, 2)).toBe('2 components were chosen in 7 of 10 replicates.')
    expect(describeChosen({ ...stability, scheme: 'bootstrap' }, 2)).toContain('Repeated rows favour more')
    expect(describeChosen({ ...stability, models: 'cell' }, 2)).toContain('Only this model')
  })
})

describe('what is said of a test', () => {
  it('is whether one more component is supported at 5 %', () => {
    expect(describeTest(test)).toBe(
      'One more component is not supported at 5 % (p = 0.32): 3 components instead of 2.',
    )
    expect(describeTest({ ...test, p: 0.005 })).toMatch(
      /^One more component is supported at 5 % \(p = 0.005\)/,
    )
  })

  it('is open while samples are drawn, and where they were too few', () => {
    expect(describeTest({ ...test, done: 30 })).toMatch(/^So far p = 0.32/)
    expect(describeTest({ ...test, done: 3, stopped: true, statistics: new Float64Array(3) })).toBe(
      '3 samples cannot tell at 5 %: at least 19 are needed.',
    )
    expect(describeTest({ ...test, done: 0, p: null })).toMatch(/^No sample yet/)
  })

  it('is a verdict also where few samples settled it early', () => {
    const early = { ...test, early: true, done: 12, statistics: new Float64Array(12), p: 10 / 12 }
    expect(describeTest(early)).toMatch(/^One more component is not supported/)
  })

  it('says where the larger model fell short', () => {
    expect(describeResolution({ ...test, statistic: -0.09 })).toContain(
      'The model of 3 components reached less than that of 2',
    )
    expect(describeResolution(test)).not.toContain('reached less')
  })

  it('names the steps of p, or why it is coarse', () => {
    expect(describeResolution(test)).toContain('p comes in steps of 0.005.')
    expect(describeResolution({ ...test, early: true })).toContain('Besag & Clifford 1991')
    expect(describeResolution({ ...test, fitted: true, without: 2 })).toContain('were not in the fit')
  })
})
