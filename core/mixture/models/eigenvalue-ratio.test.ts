import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eigenSymmetric } from '../../linalg/eigen.ts'
import { createRandom } from '../../random/random.ts'
import { prepare } from '../prepare.ts'
import { runRestart } from '../restart.ts'
import type { RestartRequest } from '../types.ts'
import { supportsEigenvalueRatio } from './support.ts'
import { truncationBound, truncationCost } from './truncation.ts'

const REQUEST: RestartRequest = {
  components: 3,
  covariance: 'VVV',
  initialisation: 'given',
  index: 0,
  seed: 0,
  tolerance: 1e-8,
  maxIterations: 60,
  regularisation: { kind: 'relative', value: 0 },
  prior: 'none',
  eigenvalueRatio: null,
  acceleration: 'none',
  subsample: false,
}

const cases = fc.record({
  seed: fc.nat(1_000_000),
  d: fc.integer({ min: 1, max: 4 }),
  covariance: fc.constantFrom('VVV' as const, 'VVI' as const, 'VII' as const),
  ratio: fc.constantFrom(1, 1.5, 4, 20, 1000),
})

function columnsOf(seed: number, d: number): Float64Array[] {
  const random = createRandom(seed)
  return Array.from({ length: d }, (_, j) =>
    Float64Array.from({ length: 90 }, (_, i) => random.normal() * (1 + (i % 3) * 2) * (1 + j) + (i % 3) * 5),
  )
}

function fit(columns: Float64Array[], change: Partial<RestartRequest>) {
  const { prepared } = prepare(columns, 'none')
  const trace: number[] = []
  const labels = Uint16Array.from(columns[0], (_, i) => i % 3)
  const request = { ...REQUEST, start: { kind: 'labels', labels } as const, ...change }
  const outcome = runRestart(prepared, request, {
    stopped: () => false,
    iterated: (i, logLikelihood) => (trace[i] = logLikelihood),
  })
  return { outcome, trace }
}

function eigenvalues(covariances: Float64Array, d: number): number[] {
  return Array.from({ length: 3 }, (_, k) => [
    ...eigenSymmetric(covariances.slice(k * d * d, (k + 1) * d * d), d).values,
  ]).flat()
}

describe('the bound on the eigenvalue ratio', () => {
  it('holds in every covariance, and the log-likelihood never falls under it', () => {
    fc.assert(
      fc.property(cases, ({ seed, d, covariance, ratio }) => {
        const { outcome, trace } = fit(columnsOf(seed, d), { covariance, eigenvalueRatio: ratio })
        const values = eigenvalues(outcome.mixture!.covariances, d)
        expect(Math.max(...values)).toBeLessThanOrEqual(ratio * Math.min(...values) * (1 + 1e-9))
        for (let i = 1; i < trace.length; i++)
          expect(trace[i - 1] - trace[i]).toBeLessThanOrEqual(1e-10 * (1 + Math.abs(trace[i])))
      }),
      { numRuns: 60, seed: 1 },
    )
  })

  it('at 1 makes all covariances one sphere, as in EII; far above what is needed it changes nothing', () => {
    for (const covariance of ['VVV', 'VVI', 'VII'] as const) {
      const columns = columnsOf(5, 3)
      const equal = fit(columns, { covariance, eigenvalueRatio: 1 }).outcome.logLikelihood!
      const spheres = fit(columns, { covariance: 'EII' }).outcome.logLikelihood!
      expect(equal / spheres).toBeCloseTo(1, 10)
      const free = fit(columns, { covariance }).outcome
      expect(fit(columns, { covariance, eigenvalueRatio: 1e9 }).outcome).toEqual(free)
    }
  })

  it('saves a component on repeated rows from collapsing', () => {
    const columns = [Float64Array.from({ length: 90 }, (_, i) => (i % 3 === 0 ? 7 : Math.sin(i)))]
    expect(fit(columns, {}).outcome.status).toBe('collapsed')
    expect(fit(columns, { eigenvalueRatio: 50 }).outcome.status).toBe('converged')
  })

  it('is refused by name where eigenvalues are not free, and below 1', () => {
    for (const covariance of [
      'EII',
      'EEI',
      'VEI',
      'EVI',
      'EEE',
      'VEE',
      'EVE',
      'VVE',
      'EEV',
      'VEV',
      'EVV',
    ] as const) {
      expect(supportsEigenvalueRatio(covariance)).toBe(false)
      expect(() => fit(columnsOf(1, 2), { covariance, eigenvalueRatio: 5 })).toThrow(covariance)
    }
    expect(() => fit(columnsOf(1, 2), { eigenvalueRatio: 0.5 })).toThrow(RangeError)
  })

  it('is refused together with the prior', () => {
    expect(() => fit(columnsOf(1, 2), { eigenvalueRatio: 5, prior: 'conjugate' })).toThrow(/both/)
  })
})

describe('the lower bound m', () => {
  it('costs no more than any other, by a fine scan', () => {
    const drawn = fc.record({
      values: fc.array(fc.double({ min: 1e-3, max: 1e3, noNaN: true }), { minLength: 2, maxLength: 8 }),
      weight: fc.double({ min: 0.1, max: 50, noNaN: true }),
      ratio: fc.double({ min: 1, max: 100, noNaN: true }),
    })
    fc.assert(
      fc.property(drawn, ({ values, weight, ratio }) => {
        const l = Float64Array.from(values)
        const weights = l.map((_, i) => 1 + (i % 2) * weight)
        const least = truncationCost(l, weights, ratio, truncationBound(l, weights, ratio))
        for (let step = -800; step <= 800; step++) {
          const cost = truncationCost(l, weights, ratio, Math.exp(step / 50))
          expect(least).toBeLessThanOrEqual(cost + 1e-9 * (1 + Math.abs(cost)))
        }
      }),
      { numRuns: 100, seed: 2 },
    )
  })

  it('is above zero although some eigenvalues are zero, and zero only where all are', () => {
    expect(truncationBound(Float64Array.of(0, 4), Float64Array.of(1, 1), 10)).toBeGreaterThan(0)
    expect(truncationBound(Float64Array.of(0, 0), Float64Array.of(1, 1), 10)).toBe(0)
  })
})
