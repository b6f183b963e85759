import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../random/random.ts'
import { matchComponents } from './matching.ts'
import { prepare } from './prepare.ts'
import { columnsOf } from './reference/reference.ts'
import { runRestart } from './restart.ts'
import { distinctPoints } from './start/sample.ts'
import type { CovarianceModel, Initialisation, Mixture, RestartRequest } from './types.ts'

const MODELS: CovarianceModel[] = ['VII', 'VVI', 'EEE', 'VVV']
const STARTS: Initialisation[] = [
  'kmeans++',
  'kmeans',
  'random-rows',
  'random-responsibilities',
  'short-runs',
]
const csv = readFileSync(new URL('reference/faithful.csv', import.meta.url), 'utf8')
const faithful = columnsOf(csv, ['eruptions', 'waiting'])

const REQUEST: RestartRequest = {
  components: 2,
  covariance: 'VVV',
  initialisation: 'kmeans++',
  index: 0,
  seed: 7,
  tolerance: 1e-8,
  maxIterations: 2000,
  regularisation: { kind: 'relative', value: 0 },
  prior: 'none',
  eigenvalueRatio: null,
  acceleration: 'none',
  subsample: false,
}

function fit(
  columns: readonly Float64Array[],
  change: Partial<RestartRequest>,
  scaling: 'none' | 'standardise' = 'none',
) {
  const trace: number[] = []
  const { prepared } = prepare(columns, scaling)
  const outcome = runRestart(
    prepared,
    { ...REQUEST, ...change },
    {
      stopped: () => false,
      iterated: (i, logLikelihood) => (trace[i] = logLikelihood),
    },
  )
  return { outcome, trace, prepared }
}

const clouds = fc
  .record({
    seed: fc.nat(1_000_000),
    rows: fc.integer({ min: 40, max: 150 }),
    d: fc.integer({ min: 1, max: 5 }),
    covariance: fc.constantFrom(...MODELS),
    initialisation: fc.constantFrom(...STARTS),
    components: fc.integer({ min: 1, max: 4 }),
  })
  .map((drawn) => {
    const random = createRandom(drawn.seed)
    const columns = Array.from({ length: drawn.d }, (_, j) =>
      Float64Array.from(
        { length: drawn.rows },
        (_, i) => random.normal() * (1 + j) + ((i * (j + 2)) % 3) * 4,
      ),
    )
    return { ...drawn, columns }
  })

describe('a restart on random data', () => {
  it('never falls, and leaves weights that sum to one and symmetric positive definite covariances', () => {
    fc.assert(
      fc.property(clouds, ({ columns, covariance, initialisation, components, seed, d, rows }) => {
        const { outcome, trace } = fit(columns, { covariance, initialisation, components, seed })
        for (let i = 1; i < trace.length; i++) {
          expect(trace[i - 1] - trace[i]).toBeLessThanOrEqual(1e-10 * (1 + Math.abs(trace[i])))
        }
        expect(trace).toHaveLength(outcome.iterations)
        if (outcome.mixture === null) return
        expect(outcome.logLikelihood).toBe(trace.at(-1))
        const { weights, means, covariances } = outcome.mixture
        expect(Math.abs(weights.reduce((sum, w) => sum + w, 0) - 1)).toBeLessThan(1e-12)
        expect([...weights]).toEqual([...weights].sort((a, b) => b - a))
        for (let k = 0; k < components; k++) {
          for (let i = 0; i < d; i++) {
            expect(covariances[(k * d + i) * d + i]).toBeGreaterThan(0)
            for (let j = 0; j < i; j++) {
              expect(covariances[(k * d + i) * d + j]).toBe(covariances[(k * d + j) * d + i])
            }
          }
        }
        for (let j = 0; j < d; j++) {
          let mean = 0
          for (let k = 0; k < components; k++) mean += weights[k] * means[k * d + j]
          const wanted = columns[j].reduce((sum, value) => sum + value, 0) / rows
          expect(Math.abs(mean - wanted)).toBeLessThan(1e-9)
        }
      }),
      { numRuns: 60, seed: 3 },
    )
  })

  it('gives the same optimum for permuted rows, and for permuted components of the start', () => {
    fc.assert(
      fc.property(clouds, ({ columns, covariance, rows, components, seed }) => {
        const random = createRandom(seed)
        const labels = Uint16Array.from({ length: rows }, (_, i) =>
          i < components ? i : random.below(components),
        )
        const given = (rowsOf: Float64Array[], start: Uint16Array) =>
          fit(rowsOf, {
            components,
            covariance,
            maxIterations: 20,
            initialisation: 'given',
            start: { kind: 'labels', labels: start },
          }).outcome
        const plain = given(columns, labels)
        const reversed = given(
          columns.map((column) => column.slice().reverse()),
          labels.slice().reverse(),
        )
        const renamed = given(
          columns,
          labels.map((label) => components - 1 - label),
        )
        expect(reversed.status).toBe(plain.status)
        if (plain.logLikelihood === null) return
        const scale = 1e-9 * (1 + Math.abs(plain.logLikelihood))
        expect(Math.abs(reversed.logLikelihood! - plain.logLikelihood)).toBeLessThan(scale)
        expect(Math.abs(renamed.logLikelihood! - plain.logLikelihood)).toBeLessThan(scale)
        const spread = new Float64Array(columns.length).fill(1)
        expect(matchComponents(plain.mixture!, renamed.mixture!, spread).distance).toBeLessThan(1e-6)
      }),
      { numRuns: 40, seed: 4 },
    )
  })

  it('with one component has converged after one iteration, with more it has not', () => {
    const statusOf = (components: number) => fit(faithful, { components, maxIterations: 1 }).outcome.status
    expect([statusOf(1), statusOf(2)]).toEqual(['converged', 'iteration-limit'])
  })

  it('with one component is the closed form', () => {
    fc.assert(
      fc.property(clouds, ({ columns, rows, seed, initialisation }) => {
        const one = columns.slice(0, 1)
        const { outcome, prepared } = fit(one, { components: 1, seed, initialisation })
        const variance = prepared.spread[0] ** 2
        const wanted = (-rows / 2) * (Math.log(2 * Math.PI) + Math.log(variance) + 1)
        expect(outcome.status).toBe('converged')
        expect(Math.abs(outcome.logLikelihood! - wanted)).toBeLessThan(1e-12 * (1 + Math.abs(wanted)))
        expect(outcome.mixture!.covariances[0] / variance).toBeCloseTo(1, 12)
      }),
      { numRuns: 20, seed: 5 },
    )
  })
})

describe('a restart', () => {
  it.each(STARTS)('gives the same bits for the same seed, from %s', (initialisation) => {
    const first = fit(faithful, { initialisation, components: 3 })
    const second = fit(faithful, { initialisation, components: 3 })
    expect(second.outcome).toEqual(first.outcome)
    expect(second.trace).toEqual(first.trace)
  })

  it.each(MODELS)('of %s does not lose digits to an offset of 1e9', (covariance) => {
    const whole = faithful.map((column) => column.map((value) => Math.round(value * 1024)))
    const moved = whole.map((column) => column.map((value) => value + 2 ** 30))
    const plain = fit(whole, { covariance }).outcome
    const far = fit(moved, { covariance }).outcome
    expect(Math.abs(far.logLikelihood! / plain.logLikelihood! - 1)).toBeLessThan(1e-11)
    far.mixture!.means.forEach((mean, i) => expect(mean - 2 ** 30).toBeCloseTo(plain.mixture!.means[i], 5))
  })

  it.each([2 ** 40, 2 ** -40])(
    'in units %d times as large has the same fit and a log-likelihood moved by n d ln c',
    (c) => {
      for (const covariance of MODELS) {
        const plain = fit(faithful, { covariance }).outcome
        const scaled = fit(
          faithful.map((column) => column.map((value) => value * c)),
          { covariance },
        ).outcome
        const moved = scaled.logLikelihood! + 272 * 2 * Math.log(c)
        expect(Math.abs(moved / plain.logLikelihood! - 1)).toBeLessThan(1e-10)
        expect([...scaled.mixture!.weights]).toEqual([...plain.mixture!.weights])
      }
    },
  )

  it('depends on the scaling in the spherical model alone', () => {
    for (const covariance of MODELS) {
      const raw = fit(faithful, { covariance }).outcome.logLikelihood!
      const standard = fit(faithful, { covariance }, 'standardise').outcome.logLikelihood!
      if (covariance === 'VII') expect(Math.abs(raw - standard)).toBeGreaterThan(1)
      else expect(standard).toBe(raw)
    }
  })

  it('from the parameters it ended with is done within two iterations at the same log-likelihood', () => {
    for (const covariance of MODELS) {
      for (const value of [0, 1e-6]) {
        const change = { covariance, regularisation: { kind: 'relative', value } as const }
        const ended = fit(faithful, { ...change, tolerance: 1e-12 }).outcome
        const again = fit(faithful, {
          ...change,
          tolerance: 1e-6,
          initialisation: 'given',
          start: { kind: 'parameters', mixture: ended.mixture! },
        }).outcome
        expect(again.status).toBe('converged')
        expect(again.iterations).toBeLessThanOrEqual(2)
        expect(again.logLikelihood! / ended.logLikelihood!).toBeCloseTo(1, 9)
      }
    }
  })

  it.each([
    [3, '3 iterations'],
    [1, '1 iteration'],
  ])('says at a limit of %d that it had not converged, and keeps what it has', (maxIterations, after) => {
    const { outcome, trace } = fit(faithful, { maxIterations, components: 3 })
    expect(outcome.status).toBe('iteration-limit')
    expect(trace).toHaveLength(maxIterations)
    const message = `It had not converged after ${after}.`
    expect(outcome.flags).toContainEqual({ code: 'iteration-limit', message })
    expect(outcome.mixture).not.toBeNull()
  })

  it('collapses on a single far row, naming component and iteration, unless it is regularised', () => {
    const values = Float64Array.from({ length: 60 }, (_, i) => (i === 59 ? 500 : Math.sin(i)))
    const mixture: Mixture = {
      components: 2,
      dimension: 1,
      weights: Float64Array.of(0.9, 0.1),
      means: Float64Array.of(0, 500),
      covariances: Float64Array.of(1, 100),
    }
    const { outcome } = fit([values], { initialisation: 'given', start: { kind: 'parameters', mixture } })
    expect(outcome.status).toBe('collapsed')
    expect(outcome.reason).toMatch(/component 2 .*iteration 1/i)
    const floored = fit([values], {
      initialisation: 'given',
      start: { kind: 'parameters', mixture },
      regularisation: { kind: 'relative', value: 1e-6 },
    }).outcome
    expect(floored.status).toBe('converged')
    expect(floored.flags.map((flag) => flag.message)).toContain(
      'Component 2 holds only about 1.0 of 60 rows.',
    )
  })

  it('from random rows starts no two components at one point, however often it is repeated', () => {
    const values = Float64Array.from({ length: 300 }, (_, i) => (i < 297 ? 0 : i - 290))
    const { prepared } = prepare([values], 'none')
    for (let seed = 0; seed < 20; seed++) {
      const points = distinctPoints(prepared, 4, createRandom(seed)).map((row) => values[row])
      expect(points.toSorted((a, b) => a - b)).toEqual([0, 7, 8, 9])
    }
    const coarse = faithful.map((column) => column.map((value) => Math.round(value / 8)))
    for (let seed = 0; seed < 40; seed++) {
      const { outcome } = fit(coarse, {
        initialisation: 'random-rows',
        components: 4,
        seed,
        regularisation: { kind: 'relative', value: 1e-6 },
      })
      expect(outcome.flags.map((flag) => flag.code)).not.toContain('saddle')
    }
  })

  it('says where components coincide, which EM can never part', () => {
    const mixture: Mixture = {
      components: 3,
      dimension: 2,
      weights: Float64Array.of(0.4, 0.3, 0.3),
      means: Float64Array.of(2, 55, 4.3, 80, 4.3, 80),
      covariances: Float64Array.of(0.1, 0, 0, 30, 0.2, 0, 0, 30, 0.2, 0, 0, 30),
    }
    for (const covariance of MODELS) {
      const { outcome } = fit(faithful, {
        components: 3,
        covariance,
        initialisation: 'given',
        start: { kind: 'parameters', mixture },
      })
      expect(outcome.status).toBe('converged')
      const saddles = outcome.flags.filter((flag) => flag.code === 'saddle')
      expect(saddles).toHaveLength(1)
      expect(saddles[0].message).toMatch(/^Components \d and \d coincide: this is a saddle, not a maximum\.$/)
      expect(fit(faithful, { covariance }).outcome.flags).toEqual([])
    }
  })

  it('collapses where columns are collinear in the models that need them not to be, and fits the others', () => {
    const columns = [faithful[0], faithful[0].map((value) => 2 * value + 1)]
    for (const covariance of MODELS) {
      const { outcome } = fit(columns, { covariance })
      expect(outcome.status, covariance).toBe(
        covariance === 'VVV' || covariance === 'EEE' ? 'collapsed' : 'converged',
      )
    }
  })

  it('refuses more components than rows in words', () => {
    const { outcome } = fit([Float64Array.of(1, 2)], { components: 3 })
    expect(outcome).toMatchObject({ status: 'collapsed', mixture: null, logLikelihood: null, iterations: 0 })
    expect(outcome.reason).toContain('only 2 rows')
  })

  it('stopped at any block keeps the last parameters whose log-likelihood is known', () => {
    const { prepared } = prepare(faithful, 'none')
    const whole = fit(faithful, { components: 3 })
    let asks = 0
    const counted = { stopped: () => asks++ < 0, iterated: () => undefined }
    runRestart(prepared, { ...REQUEST, components: 3 }, counted)
    for (let budget = 0; budget < asks; budget += 7) {
      let asked = 0
      const trace: number[] = []
      const outcome = runRestart(
        prepared,
        { ...REQUEST, components: 3 },
        {
          stopped: () => asked++ >= budget,
          iterated: (i, logLikelihood) => (trace[i] = logLikelihood),
        },
      )
      expect(outcome.status).toBe('stopped')
      expect(trace).toEqual(whole.trace.slice(0, trace.length))
      expect(outcome.logLikelihood).toBe(trace.at(-1) ?? null)
      expect(outcome.mixture === null).toBe(trace.length === 0)
    }
  })
})
