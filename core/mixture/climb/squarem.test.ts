import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { createEm } from '../em.ts'
import { createPosterior } from '../posterior.ts'
import { prepare } from '../prepare.ts'
import { createSetting } from '../setting.ts'
import { startRestart } from '../start/start.ts'
import type { CovarianceModel } from '../types.ts'
import { requestOf, runTraced, threeClouds } from './fixture.ts'
import { freeLength, fromFree, toFree } from './free.ts'

const MODELS: CovarianceModel[] = [
  ...(['EII', 'VII', 'EEI', 'VEI', 'EVI', 'VVI', 'EEE'] as const),
  ...(['VEE', 'EVE', 'VVE', 'EEV', 'VEV', 'EVV', 'VVV'] as const),
]
const never = () => false

describe('the free form', () => {
  it.each(['VVV', 'VVI'] as const)('of %s leads back to the parameters', (covariance) => {
    const { prepared } = prepare(threeClouds(createRandom(3), 40, 4), 'none')
    const setting = createSetting(prepared, 3, covariance, { kind: 'relative', value: 0 })
    const em = createEm(prepared, setting, never)
    const [from, to] = [em.create(), em.create()]
    expect(startRestart(em, requestOf({ covariance }), from, never)).toBeNull()
    const free = new Float64Array(freeLength(from))
    toFree(from, free)
    fromFree(free, to)
    for (const part of ['weights', 'means', 'covariances'] as const)
      to[part].forEach((value, i) => expect(value).toBeCloseTo(from[part][i], 13))
  })

  it('is a mixture whatever the numbers', () => {
    const { prepared } = prepare(threeClouds(createRandom(3), 40, 2), 'none')
    const setting = createSetting(prepared, 2, 'VVV', { kind: 'relative', value: 0 })
    const to = createEm(prepared, setting, never).create()
    const numbers = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(numbers, (free) => {
        fromFree(Float64Array.from(free), to)
        expect(to.weights[0] + to.weights[1]).toBeCloseTo(1, 12)
        for (let k = 0; k < 2; k++) {
          const [a, b, c] = to.covariances.subarray(3 * k, 3 * k + 3)
          expect(a > 0 && c > 0 && b * b <= a * c * (1 + 1e-12)).toBe(true)
        }
      }),
      { seed: 1 },
    )
  })
})

describe('an accelerated restart', () => {
  it.each(MODELS)('of %s never falls and ends where EM ends, with what it reports', (covariance) => {
    let [plain, fast] = [0, 0]
    for (let seed = 0; seed < 6; seed++) {
      const columns = threeClouds(createRandom(seed), 80, 2, 1.6)
      const { prepared } = prepare(columns, 'none')
      const change = { covariance, seed, components: 2, tolerance: 1e-9, maxIterations: 20_000 }
      const slow = runTraced(prepared, change)
      const { outcome, trace } = runTraced(prepared, { ...change, acceleration: 'squarem' })
      plain += slow.trace.length
      fast += trace.length
      for (let i = 1; i < trace.length; i++)
        expect(trace[i - 1] - trace[i]).toBeLessThanOrEqual(1e-10 * (1 + Math.abs(trace[i])))
      expect(trace).toHaveLength(outcome.iterations)
      expect(outcome.status).toBe(slow.outcome.status)
      if (outcome.status !== 'converged') continue
      expect(outcome.logLikelihood).toBeCloseTo(slow.outcome.logLikelihood!, 6)
      const logDensity = new Float64Array(240)
      const wanted = { labels: null, uncertainty: null, posteriors: null, logDensity }
      createPosterior(outcome.mixture!).evaluate(columns, 0, 240, wanted)
      const sum = logDensity.reduce((total, value) => total + value, 0)
      expect(Math.abs(sum - outcome.logLikelihood!)).toBeLessThan(1e-9 * Math.abs(sum))
    }
    expect(fast).toBeLessThan(plain)
  })

  it('ends with plain EM: one more step from its end moves nothing', () => {
    const { prepared } = prepare(threeClouds(createRandom(1), 80, 3), 'none')
    for (const value of [0, 1e-3]) {
      const change = {
        regularisation: { kind: 'relative', value } as const,
        acceleration: 'squarem' as const,
      }
      const { outcome } = runTraced(prepared, change)
      const start = { kind: 'parameters', mixture: outcome.mixture! } as const
      const again = runTraced(prepared, { ...change, initialisation: 'given', start }).outcome
      expect(again.iterations).toBeLessThanOrEqual(2)
      expect(again.status).toBe('converged')
      expect(Math.abs(again.logLikelihood! - outcome.logLikelihood!)).toBeLessThan(1e-6)
    }
  })
})
