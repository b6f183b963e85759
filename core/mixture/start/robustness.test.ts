import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { restartSeed } from '../../random/seed.ts'
import { prepare } from '../prepare.ts'
import { runRestart } from '../restart.ts'
import type { CovarianceModel, Initialisation, Mixture, Prepared, RestartRequest } from '../types.ts'

const STARTS: Exclude<Initialisation, 'given'>[] = [
  'kmeans++',
  'kmeans',
  'random-rows',
  'random-responsibilities',
  'short-runs',
  'hierarchical',
  'split',
  'swap',
  'split-merge',
]
const MODELS: CovarianceModel[] = ['VVV', 'EEE', 'VVI', 'VII']

const request = (change: Partial<RestartRequest>): RestartRequest => ({
  components: 4,
  covariance: 'VVV',
  initialisation: 'hierarchical',
  index: 0,
  seed: 3,
  tolerance: 1e-6,
  maxIterations: 200,
  regularisation: { kind: 'relative', value: 1e-6 },
  prior: 'none',
  eigenvalueRatio: null,
  acceleration: 'none',
  subsample: false,
  ...change,
})
const going = { stopped: () => false, iterated: () => undefined }

const random = createRandom(2)
const normal = (rows: number) => Float64Array.from({ length: rows }, () => random.normal())
const few = (rows: number, points: number) => Float64Array.from({ length: rows }, (_, i) => (i * 7) % points)
const line = normal(60)
const HARD: [string, Float64Array[]][] = [
  ['duplicates', [few(60, 9), few(60, 9)]],
  ['fewer different points than components', [few(60, 3), few(60, 3)]],
  ['one point', [few(30, 1), few(30, 1)]],
  ['one column', [normal(60)]],
  ['a constant column', [normal(60), new Float64Array(60).fill(5)]],
  ['collinear columns', [line, line.map((x) => 3 - 2 * x), normal(60)]],
  ['hardly more rows than components', [normal(5), normal(5)]],
  ['more columns than rows', Array.from({ length: 12 }, () => normal(8))],
  ['far from the origin', [normal(60).map((x) => 1e9 + x), normal(60).map((x) => x * 1e-12)]],
]

/** Components at rows of the data, as wide as all of it: a base that need not be a solution. */
function base(prepared: Prepared, components: number): Mixture {
  const { dimension: d, centre, spread } = prepared
  const covariances = new Float64Array(components * d * d)
  for (let k = 0; k < components; k++) {
    for (let j = 0; j < d; j++) covariances[(k * d + j) * d + j] = spread[j] ** 2
  }
  return {
    components,
    dimension: d,
    weights: new Float64Array(components).fill(1 / components),
    means: Float64Array.from({ length: components * d }, (_, at) => {
      return centre[at % d] + (spread[at % d] * (Math.floor(at / d) - 1)) / 2
    }),
    covariances,
  }
}

describe('a start', () => {
  describe.each(HARD)('from %s', (_, columns) => {
    const { prepared } = prepare(columns, 'none')
    it.each(STARTS)('gives an outcome and no exception: %s', (initialisation) => {
      for (const covariance of MODELS) {
        for (const index of [0, 1]) {
          const mixture = base(prepared, initialisation === 'split' ? 3 : 4)
          const outcome = runRestart(
            prepared,
            request({ covariance, initialisation, index, base: { mixture, variant: index } }),
            going,
          )
          expect(['converged', 'iteration-limit', 'collapsed']).toContain(outcome.status)
          if (outcome.status === 'collapsed') expect(outcome.reason).not.toBe('')
          else expect(Number.isFinite(outcome.logLikelihood)).toBe(true)
        }
      }
    })
  })

  const { prepared } = prepare([normal(300), normal(300)], 'none')

  it.each(STARTS)('asks no more after the answer was to stop: %s', (initialisation) => {
    const mixture = base(prepared, initialisation === 'split' ? 3 : 4)
    for (let budget = 0; budget < 300; budget += 37) {
      let asked = 0
      const outcome = runRestart(prepared, request({ initialisation, base: { mixture, variant: 0 } }), {
        stopped: () => asked++ >= budget,
        iterated: () => undefined,
      })
      if (outcome.status === 'stopped') expect(asked).toBe(budget + 1)
      else expect(asked).toBeLessThanOrEqual(budget)
    }
  })

  it.each(STARTS)('is the same whatever ran before it: %s', (initialisation) => {
    const mixture = base(prepared, initialisation === 'split' ? 3 : 4)
    const run = (index: number) =>
      runRestart(
        prepared,
        request({
          initialisation,
          index,
          seed: restartSeed(1, 4, 'VVV', index),
          base: { mixture, variant: 0 },
        }),
        going,
      )
    const forwards = [0, 1, 2].map(run)
    const backwards = [2, 1, 0].map(run).reverse()
    expect(backwards).toEqual(forwards)
  })
})

describe('the hierarchical start', () => {
  const { prepared } = prepare([normal(500), normal(500)], 'none')
  const reached = (index: number, seed: number) =>
    runRestart(prepared, request({ index, seed, maxIterations: 1 }), going).logLikelihood

  it('is the same for every seed in restart 0, and another for every later one', () => {
    expect(reached(0, 1)).toBe(reached(0, 2))
    expect(new Set([reached(0, 1), reached(1, 1), reached(1, 2), reached(2, 3)]).size).toBe(4)
  })

  it('takes a random sample of many rows, so that its cost is bounded', () => {
    const many = prepare([normal(30_000), normal(30_000)], 'none').prepared
    let asked = 0
    const outcome = runRestart(many, request({ maxIterations: 1 }), {
      stopped: () => asked++ < 0,
      iterated: () => undefined,
    })
    expect(outcome.status).toBe('iteration-limit')
    expect(asked).toBeLessThan(2 * 2000 + 100 + 4 * Math.ceil(30_000 / 64))
  })
})
