import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../core/random/random.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { StabilityView } from '../../contract/resampling-views.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(2)
})
afterAll(() => bench.close())

const random = createRandom(8)
/** Two groups of 100 far apart, and 100 rows of one normal cloud. */
const apart = `x,y\n${Array.from({ length: 200 }, (_, i) => `${(i % 2) * 12 + random.normal()},${random.normal()}`).join('\n')}\n`
const cloud = `x,y\n${Array.from({ length: 100 }, () => `${random.normal()},${random.normal()}`).join('\n')}\n`

async function fitOf(name: string, text: string, changes: Partial<FitSettings> = {}, on = bench) {
  const { dataset } = await on.openText(name, text)
  const summary = await on.engine.fit({ dataset, settings: settingsOf(changes) })
  return { fit: summary.fit, restart: summary.solutions[0].restarts[0] }
}

const found = ({ clusters, chosen, agreement, intervals }: StabilityView) => ({
  clusters,
  chosen,
  agreement,
  intervals,
})

describe('stability', () => {
  it('finds groups that lie far apart again in every replicate, with intervals about their parameters', async () => {
    const of = await fitOf('apart.csv', apart, { components: { from: 1, to: 3 } })
    const told: number[] = []
    const view = await bench.engine.stability(
      { ...of, scheme: 'bootstrap', replicates: 20, restarts: 3, models: 'all' },
      { onProgress: ({ done }) => told.push(done) },
    )
    expect(view).toMatchObject({ asked: 20, done: 20, without: 0, stopped: false, secondsLeft: null })
    expect(view.clusters.map(({ grade, dissolved }) => [grade, dissolved])).toEqual([
      ['highly-stable', 0],
      ['highly-stable', 0],
    ])
    expect(view.agreement?.values).toHaveLength(20)
    expect(view.chosen[0]).toMatchObject({ components: 2, covariance: 'VVV' })
    for (const { weight, means } of view.intervals ?? []) {
      expect(weight.low).toBeLessThan(weight.value)
      expect(weight.high).toBeGreaterThan(weight.value)
      // A mean of 100 rows of variance 1 has a standard error of 0.1.
      expect(means[0].high - means[0].low).toBeGreaterThan(0.2)
      expect(means[0].high - means[0].low).toBeLessThan(0.6)
    }
    expect(told[0]).toBe(0)
  })

  it('says that clusters cut from one cloud dissolve', async () => {
    const of = await fitOf('cloud.csv', cloud, { components: { from: 3, to: 3 }, refinements: 10 })
    const view = await bench.engine.stability({
      ...of,
      scheme: 'bootstrap',
      replicates: 20,
      restarts: 3,
      models: 'cell',
    })
    expect(Math.min(...view.clusters.map(({ mean }) => mean))).toBeLessThan(0.6)
    expect(view.refinements).toBe(6)
  })

  it('is the same whatever the threads, and a replicate is the same however many are asked for', async () => {
    const asked = { scheme: 'subsample', restarts: 2, models: 'all' } as const
    const changes = { components: { from: 2, to: 3 }, refinements: 4 }
    const many = await fitOf('apart.csv', apart, changes)
    const all = await bench.engine.stability({ ...many, ...asked, replicates: 6 })
    const single = await openBench(1)
    try {
      const one = await fitOf('apart.csv', apart, changes, single)
      const same = await single.engine.stability({ ...one, ...asked, replicates: 6 })
      expect(found(same)).toEqual(found(all))
      expect(all.intervals).toBeNull()
      const few = await single.engine.stability({ ...one, ...asked, replicates: 3 })
      expect(few.agreement?.values).toEqual(all.agreement?.values.slice(0, 3))
    } finally {
      await single.close()
    }
  })

  it('keeps what was found when it is stopped, and a fit started meanwhile has right of way', async () => {
    const of = await fitOf('apart.csv', apart)
    const controller = new AbortController()
    const running = bench.engine.stability(
      { ...of, scheme: 'bootstrap', replicates: 10_000, restarts: 5, models: 'cell' },
      { signal: controller.signal },
    )
    const { dataset } = await bench.openText('other.csv', cloud)
    const fit = await bench.engine.fit({ dataset, settings: settingsOf() })
    expect(fit.solutions.length).toBeGreaterThan(0)
    controller.abort()
    const view = await running
    expect(view.stopped).toBe(true)
    expect(view.done).toBeLessThan(10_000)
    expect(view.clusters.every(({ jaccard }) => jaccard.length === view.done)).toBe(true)
  })

  it('refuses in words a fit with weights, of rows with missing cells, with noise, or with a start of its own', async () => {
    const asked = { scheme: 'bootstrap', replicates: 5, restarts: 1, models: 'cell' } as const
    const withWeights = apart
      .trimEnd()
      .split('\n')
      .map((line, at) => `${line},${at === 0 ? 'w' : 1 + (at % 3)}`)
    const weighed = await fitOf('weighed.csv', withWeights.join('\n'), {
      weights: { column: 2, kind: 'frequency' },
    })
    await expect(bench.engine.stability({ ...weighed, ...asked })).rejects.toMatchObject({
      code: 'not-available',
      message: expect.stringContaining('have weights') as string,
    })
    const gaps = await fitOf('gaps.csv', `${apart}1,\n`, { missing: 'em' })
    await expect(bench.engine.stability({ ...gaps, ...asked })).rejects.toMatchObject({
      code: 'not-available',
      message: expect.stringContaining('missing cells') as string,
    })
    const noisy = await fitOf('apart.csv', apart, { noise: true })
    await expect(bench.engine.stability({ ...noisy, ...asked })).rejects.toMatchObject({
      code: 'not-available',
      message: expect.stringContaining('noise component') as string,
    })
    const given = await fitOf('apart.csv', apart, {
      start: {
        weights: [0.5, 0.5],
        means: [
          [0, 0],
          [12, 0],
        ],
        covariances: [
          [
            [1, 0],
            [0, 1],
          ],
          [
            [1, 0],
            [0, 1],
          ],
        ],
      },
    })
    await expect(bench.engine.stability({ ...given, ...asked })).rejects.toMatchObject({
      code: 'not-available',
      message: expect.stringContaining('start of its own') as string,
    })
  })
})

describe('the bootstrap likelihood-ratio test', () => {
  const asked = { covariance: 'VVV', restarts: 2 } as const

  it('supports a second component where there are two groups, and no third; K + 1 is fitted where it is missing', async () => {
    const { fit } = await fitOf('apart.csv', apart, { components: { from: 1, to: 2 } })
    const two = await bench.engine.ratioTest({ fit, ...asked, components: 1, samples: 19 })
    expect(two).toMatchObject({ done: 19, exceedances: 0, p: 0.05, early: false, fitted: false })
    expect(two.statistic).toBeGreaterThan(Math.max(...two.statistics))
    const three = await bench.engine.ratioTest({ fit, ...asked, components: 2, samples: 99 })
    expect(three.fitted).toBe(true)
    expect(three.p).toBeGreaterThan(0.05)
    expect(three.early).toBe(true)
    expect(three.done).toBeLessThan(99)
    expect([...three.statistics].every((value) => value > -1e-6)).toBe(true)
  })

  it('has no statistic below 0 where the larger model of a sample is searched too little', async () => {
    const { fit } = await fitOf('apart.csv', apart, { components: { from: 1, to: 4 }, covariances: ['EEE'] })
    const test = await bench.engine.ratioTest({
      fit,
      covariance: 'EEE',
      restarts: 1,
      components: 3,
      samples: 59,
    })
    expect(Math.min(...test.statistics)).toBe(0)
  })

  it('takes the smaller model that the fit has come to, where the larger is fitted for it', async () => {
    const changes = { components: { from: 3, to: 3 }, restarts: 1, covariances: ['EEE'] as const }
    const { fit } = await fitOf('cloud.csv', cloud, { ...changes, covariances: [...changes.covariances] })
    const more = await bench.engine.extend({ fit, more: { kind: 'restarts', count: 12 } })
    const [{ logLikelihood }] = more.solutions
    const [first] = more.restarts
    expect(logLikelihood).toBeGreaterThan((first.logLikelihood ?? -Infinity) + 0.01)
    const test = await bench.engine.ratioTest({
      fit,
      covariance: 'EEE',
      restarts: 1,
      components: 3,
      samples: 19,
    })
    expect(test.fewer).toBeGreaterThanOrEqual(logLikelihood)
  })

  it('is the same whatever the threads, early end included', async () => {
    const here = await fitOf('cloud.csv', cloud, { components: { from: 1, to: 2 } })
    const all = await bench.engine.ratioTest({ fit: here.fit, ...asked, components: 1, samples: 59 })
    const single = await openBench(1)
    try {
      const there = await fitOf('cloud.csv', cloud, { components: { from: 1, to: 2 } }, single)
      const one = await single.engine.ratioTest({ fit: there.fit, ...asked, components: 1, samples: 59 })
      expect([one.p, one.statistic, one.statistics]).toEqual([all.p, all.statistic, all.statistics])
    } finally {
      await single.close()
    }
  })

  it('refuses a number of components that the fit has no model of', async () => {
    const { fit } = await fitOf('apart.csv', apart)
    await expect(bench.engine.ratioTest({ fit, ...asked, components: 7, samples: 19 })).rejects.toMatchObject(
      { code: 'no-usable-model' },
    )
  })
})
