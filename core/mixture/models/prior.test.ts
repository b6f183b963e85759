import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { prepare } from '../prepare.ts'
import { columnsOf } from '../reference/reference.ts'
import { runRestart } from '../restart.ts'
import type { CovarianceModel, RestartRequest } from '../types.ts'
import { supportsPrior } from './support.ts'

interface PriorFit {
  dataset: 'iris' | 'faithful'
  covariance: CovarianceModel | 'E' | 'V'
  components: number
  columns: number
  weights: number[]
  /** [K × d] */
  means: number[]
  /** [K × d × d] */
  covariances: number[]
  logLikelihood: number
  finalLogLikelihood: number
}

const read = (name: string) => readFileSync(new URL(`../reference/${name}`, import.meta.url), 'utf8')
const { fits } = JSON.parse(read('prior.json')) as { fits: PriorFit[] }
const NAMES = {
  iris: ['sepal_length', 'sepal_width', 'petal_length', 'petal_width'],
  faithful: ['eruptions', 'waiting'],
}
const ONE_COLUMN: Record<string, CovarianceModel[]> = { E: ['EII', 'EEI', 'EEE'], V: ['VII', 'VVI', 'VVV'] }

function request(covariance: CovarianceModel, components: number, rows: number): RestartRequest {
  return {
    components,
    covariance,
    initialisation: 'given',
    index: 0,
    seed: 0,
    tolerance: 1e-12,
    maxIterations: 20_000,
    regularisation: { kind: 'relative', value: 0 },
    prior: 'conjugate',
    eigenvalueRatio: null,
    acceleration: 'none',
    subsample: false,
    start: {
      kind: 'labels',
      labels: Uint16Array.from({ length: rows }, (_, i) => Math.floor((i * 7) / 3) % components),
    },
  }
}

function columnsFor(fit: PriorFit): Float64Array[] {
  return columnsOf(read(`${fit.dataset}.csv`), NAMES[fit.dataset].slice(0, fit.columns))
}

const quiet = { stopped: () => false, iterated: () => {} }

describe('the conjugate prior', () => {
  it.each(fits)('gives what mclust gives: $dataset $covariance K=$components', (fit) => {
    const { prepared } = prepare(columnsFor(fit), 'none')
    const models = ONE_COLUMN[fit.covariance] ?? [fit.covariance as CovarianceModel]
    for (const covariance of models) {
      const asked = request(covariance, fit.components, prepared.rows)
      const { mixture, logLikelihood } = runRestart(prepared, { ...asked, maxIterations: 1 }, quiet)
      expect(logLikelihood! / fit.logLikelihood).toBeCloseTo(1, 11)
      const order = [...fit.weights.keys()].sort(
        (a, b) => fit.weights[b] - fit.weights[a] || fit.means[a * fit.columns] - fit.means[b * fit.columns],
      )
      order.forEach((k, place) => {
        const d = fit.columns
        expect(mixture!.weights[place]).toBeCloseTo(fit.weights[k], 12)
        for (let i = 0; i < d; i++) {
          expect(mixture!.means[place * d + i] / fit.means[k * d + i]).toBeCloseTo(1, 11)
          for (let j = 0; j < d; j++) {
            const wanted = fit.covariances[(k * d + i) * d + j]
            const scale = prepared.spread[i] * prepared.spread[j]
            expect((mixture!.covariances[(place * d + i) * d + j] - wanted) / scale).toBeCloseTo(0, 11)
          }
        }
      })
      const ended = runRestart(prepared, asked, quiet)
      expect(ended.logLikelihood! / fit.finalLogLikelihood).toBeCloseTo(1, 8)
    }
  })

  it('keeps a component on repeated rows from collapsing', () => {
    const values = Float64Array.from({ length: 60 }, (_, i) => (i < 30 ? 5 : Math.sin(i)))
    const { prepared } = prepare([values], 'none')
    const asked = request('VVV', 2, 60)
    const start = {
      kind: 'labels',
      labels: Uint16Array.from(values, (value) => (value === 5 ? 1 : 0)),
    } as const
    expect(runRestart(prepared, { ...asked, start, prior: 'none' }, quiet).status).toBe('collapsed')
    expect(runRestart(prepared, { ...asked, start }, quiet).status).toBe('converged')
  })

  it('is refused by name where it is not defined', () => {
    const { prepared } = prepare([Float64Array.of(1, 2, 3, 4), Float64Array.of(2, 1, 4, 4)], 'none')
    for (const covariance of ['VEI', 'EVI', 'VEE', 'EVE', 'VVE', 'EEV', 'VEV', 'EVV'] as const) {
      expect(supportsPrior(covariance)).toBe(false)
      expect(() => runRestart(prepared, request(covariance, 1, 4), quiet)).toThrow(RangeError)
    }
  })
})
