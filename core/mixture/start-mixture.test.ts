import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../random/random.ts'
import { prepare } from './prepare.ts'
import { columnsOf } from './reference/reference.ts'
import { runRestart } from './restart.ts'
import { startMixture } from './start-mixture.ts'
import type { CovarianceModel, Initialisation, Prepared, RestartRequest } from './types.ts'

const csv = readFileSync(new URL('reference/iris.csv', import.meta.url), 'utf8')
const names = ['sepal_length', 'sepal_width', 'petal_length', 'petal_width']
const { prepared: iris } = prepare(columnsOf(csv, names), 'none')

const REQUEST: RestartRequest = {
  components: 3,
  covariance: 'VVV',
  initialisation: 'kmeans++',
  index: 0,
  seed: 7,
  tolerance: 1e-8,
  maxIterations: 3,
  regularisation: { kind: 'relative', value: 0 },
  prior: 'none',
  eigenvalueRatio: null,
  acceleration: 'none',
  subsample: false,
}

function run(rows: Prepared, request: RestartRequest) {
  const trace: number[] = []
  const outcome = runRestart(rows, request, {
    stopped: () => false,
    iterated: (iteration, logLikelihood) => (trace[iteration] = logLikelihood),
  })
  return { trace, outcome }
}

/** Log-likelihoods of the first iterations from the parameters that a restart starts from. */
function again(rows: Prepared, request: RestartRequest): number[] {
  const mixture = startMixture(rows, request)
  if (mixture === null) throw new Error('it has a start')
  const given = { ...request, initialisation: 'given' as const, subsample: false }
  return run(rows, { ...given, start: { kind: 'parameters', mixture } }).trace
}

function expectEqualTraces(rows: Prepared, request: RestartRequest): void {
  const { trace } = run(rows, request)
  expect(trace).toHaveLength(REQUEST.maxIterations)
  again(rows, request).forEach((logLikelihood, i) => {
    expect(Math.abs(logLikelihood - trace[i])).toBeLessThan(1e-9 * Math.abs(trace[i]))
  })
}

const STARTS: Initialisation[] = [
  'kmeans++',
  'kmeans',
  'random-rows',
  'random-responsibilities',
  'short-runs',
  'hierarchical',
]
const MODELS: CovarianceModel[] = ['EII', 'VVI', 'EEE', 'VEE', 'VEV', 'VVV']

describe('the parameters that a restart starts from', () => {
  it.each(STARTS)('lead through the same log-likelihoods: %s', (initialisation) => {
    expectEqualTraces(iris, { ...REQUEST, initialisation })
  })

  it.each(MODELS)('of the model %s do as well', (covariance) => {
    expectEqualTraces(iris, { ...REQUEST, covariance, initialisation: 'random-rows' })
  })

  it.each(['split', 'swap', 'split-merge'] as const)('of the refinement %s do as well', (initialisation) => {
    const components = initialisation === 'split' ? 2 : 3
    const { outcome } = run(iris, { ...REQUEST, components, maxIterations: 50 })
    const base = { mixture: outcome.mixture!, variant: 1 }
    expectEqualTraces(iris, { ...REQUEST, initialisation, base })
  })

  it('of labels are those after their first M-step, to the bit', () => {
    const labels = Uint16Array.from({ length: iris.rows }, (_, i) => Math.floor(i / 50))
    const request: RestartRequest = {
      ...REQUEST,
      initialisation: 'given',
      maxIterations: 1,
      start: { kind: 'labels', labels },
    }
    expect(startMixture(iris, request)).toEqual(run(iris, request).outcome.mixture)
  })

  it('on many rows with a sample are what the climb on the sample came to', () => {
    const random = createRandom(3)
    const column = Float64Array.from({ length: 21_000 }, (_, i) => random.normal() + 3 * (i % 2))
    const { prepared } = prepare([column], 'none')
    const request: RestartRequest = { ...REQUEST, components: 2, initialisation: 'random-rows' }
    expect(startMixture(prepared, { ...request, subsample: true })).not.toEqual(
      startMixture(prepared, request),
    )
    expectEqualTraces(prepared, { ...request, subsample: true })
  })

  it('are none where there are too few rows, where the start collapses and where it was stopped', () => {
    const { prepared: twins } = prepare([Float64Array.of(1, 1, 2, 2)], 'none')
    const labels = Uint16Array.of(0, 0, 1, 1)
    const doomed = { ...REQUEST, components: 2, start: { kind: 'labels' as const, labels } }
    expect(startMixture(twins, { ...REQUEST, components: 5 })).toBeNull()
    expect(startMixture(twins, { ...doomed, initialisation: 'given' })).toBeNull()
    expect(startMixture(iris, REQUEST, () => true)).toBeNull()
  })
})
