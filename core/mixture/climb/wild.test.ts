import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { createPosterior } from '../posterior.ts'
import { prepare } from '../prepare.ts'
import type { CovarianceModel, Mixture } from '../types.ts'
import { runTraced } from './fixture.ts'

const MODELS: CovarianceModel[] = [
  ...(['EII', 'VII', 'EEI', 'VEI', 'EVI', 'VVI', 'EEE'] as const),
  ...(['VEE', 'EVE', 'VVE', 'EEV', 'VEV', 'EVV', 'VVV'] as const),
]

const wild = fc.record({
  seed: fc.nat(1_000_000),
  rows: fc.integer({ min: 4, max: 60 }),
  d: fc.integer({ min: 1, max: 6 }),
  components: fc.integer({ min: 1, max: 4 }),
  covariance: fc.constantFrom(...MODELS),
  acceleration: fc.constantFrom('none' as const, 'squarem' as const),
  value: fc.constantFrom(0, 1e-6, 1e-2),
  kind: fc.constantFrom('plain', 'outlier', 'duplicates', 'constant in a group', 'few values'),
  start: fc.constantFrom('rows', 'far', 'narrow', 'wide', 'no weight'),
})

function columnsOf(kind: string, rows: number, d: number, seed: number): Float64Array[] {
  const random = createRandom(seed)
  return Array.from({ length: d }, (_, j) =>
    Float64Array.from({ length: rows }, (__, i) => {
      const value = random.normal() + 5 * (i % 2)
      if (kind === 'outlier' && i === 0 && j === 0) return 1e6
      if (kind === 'duplicates') return i % 3 === 0 ? 1 + j : value
      if (kind === 'constant in a group') return i % 2 === 0 ? 7 : value
      return kind === 'few values' ? Math.round(value) : value
    }),
  )
}

function mixtureOf(kind: string, K: number, d: number, seed: number): Mixture {
  const random = createRandom(seed + 1)
  const scale = kind === 'narrow' ? 1e-6 : kind === 'wide' ? 1e9 : 1
  const weights = new Float64Array(K).fill(1 / K)
  if (kind === 'no weight' && K > 1) {
    weights.fill(1e-300)
    weights[0] = 1
  }
  const covariances = new Float64Array(K * d * d)
  for (let k = 0; k < K; k++)
    for (let j = 0; j < d; j++) covariances[(k * d + j) * d + j] = scale * (1 + random.next())
  const means = Float64Array.from({ length: K * d }, () => (kind === 'far' ? 1e8 : 1) * random.normal())
  return { components: K, dimension: d, weights, means, covariances }
}

describe('a restart from a wild start or on hard data', () => {
  it('ends in a status, with finite numbers that belong together, and never falls', () => {
    const statuses = new Set<string>()
    fc.assert(
      fc.property(wild, ({ seed, rows, d, components, covariance, acceleration, value, kind, start }) => {
        const columns = columnsOf(kind, rows, d, seed)
        const { prepared } = prepare(columns, 'none')
        const mixture = mixtureOf(start, components, d, seed)
        const { outcome, trace } = runTraced(prepared, {
          ...{ components, covariance, acceleration, seed, maxIterations: 60 },
          regularisation: { kind: 'relative', value },
          ...(start === 'rows' ? {} : { initialisation: 'given', start: { kind: 'parameters', mixture } }),
        })
        statuses.add(outcome.status)
        expect(trace.every(Number.isFinite)).toBe(true)
        expect(trace).toHaveLength(outcome.iterations)
        if (outcome.status === 'collapsed') expect(outcome.reason).toMatch(/[Cc]omponent.*\.$/)
        else expect(outcome.reason).toBe('')
        expect(outcome.mixture === null).toBe(outcome.iterations === 0)
        if (outcome.mixture === null) return
        expect(outcome.logLikelihood).toBe(trace.at(-1))
        const numbers = [...outcome.mixture.weights, ...outcome.mixture.means, ...outcome.mixture.covariances]
        expect(numbers.every(Number.isFinite)).toBe(true)
        expect(outcome.entropy).toBeGreaterThanOrEqual(0)
        const scale = 1 + Math.abs(outcome.logLikelihood!)
        if (value === 0)
          for (let i = 1; i < trace.length; i++) expect(trace[i - 1] - trace[i]).toBeLessThan(1e-10 * scale)
        const logDensity = new Float64Array(rows)
        const wanted = { labels: null, uncertainty: null, posteriors: null, logDensity }
        createPosterior(outcome.mixture).evaluate(columns, 0, rows, wanted)
        const sum = logDensity.reduce((total, term) => total + term, 0)
        expect(Math.abs(sum - outcome.logLikelihood!)).toBeLessThan(1e-6 * scale)
      }),
      { numRuns: 1500, seed: 6 },
    )
    expect([...statuses].sort()).toEqual(['collapsed', 'converged', 'iteration-limit'])
  })
})
