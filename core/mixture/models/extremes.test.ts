import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { prepare } from '../prepare.ts'
import { runRestart } from '../restart.ts'
import type { CovarianceModel, Mixture, RestartRequest } from '../types.ts'

const MODELS: CovarianceModel[] = ['EII', 'EEI', 'VEI', 'EVI', 'VEE', 'EVE', 'VVE', 'EEV', 'VEV', 'EVV']
/** Those whose fits do not depend on each column having a unit of its own. */
const SCALE_FREE: CovarianceModel[] = ['EEI', 'VEI', 'EVI', 'VEE', 'EVV']
const ROWS = 120
const WHOLE = 2 ** 10

const quiet = { stopped: () => false, iterated: () => {} }

/** Three tilted groups in three columns, as whole numbers, so that a shift by a whole number is exact. */
function groups(): { columns: Float64Array[]; labels: Uint16Array } {
  const random = createRandom(11)
  const mixing = Float64Array.from({ length: 27 }, () => random.normal())
  const labels = Uint16Array.from({ length: ROWS }, (_, i) => (i < 60 ? 0 : i < 95 ? 1 : 2))
  const columns = [0, 1, 2].map(() => new Float64Array(ROWS))
  labels.forEach((k, i) => {
    const noise = columns.map(() => random.normal())
    columns.forEach((column, j) => {
      const value = noise.reduce((sum, one, t) => sum + one * mixing[(k * 3 + j) * 3 + t], 2.5 * k)
      column[i] = Math.round(WHOLE * (value + 0.5 * noise[j]))
    })
  })
  return { columns, labels }
}

function fit(columns: Float64Array[], covariance: CovarianceModel, change: Partial<RestartRequest> = {}) {
  const request: RestartRequest = {
    components: 3,
    covariance,
    initialisation: 'given',
    index: 0,
    seed: 0,
    tolerance: 1e-8,
    maxIterations: 12,
    regularisation: { kind: 'relative', value: 0 },
    prior: 'none',
    eigenvalueRatio: null,
    acceleration: 'none',
    subsample: false,
    start: { kind: 'labels', labels: groups().labels },
    ...change,
  }
  return runRestart(prepare(columns, 'none').prepared, request, quiet)
}

describe.each(MODELS)('a fit of %s', (model) => {
  it('keeps its digits where columns are shifted by 1e9', () => {
    const { columns } = groups()
    const plain = fit(columns, model)
    const far = fit(
      columns.map((column) => column.map((value) => value + 1e9)),
      model,
    )
    expect(Math.abs(far.logLikelihood! / plain.logLikelihood! - 1)).toBeLessThan(1e-11)
    far.mixture!.covariances.forEach((value, t) => {
      expect(Math.abs(value - plain.mixture!.covariances[t])).toBeLessThan(1e-8 * WHOLE ** 2)
    })
  })

  it.each([1e12, 1e-12])('is the same where columns are in units %d times as large', (c) => {
    const { columns } = groups()
    const units = SCALE_FREE.includes(model) ? [c, 1, 1 / c] : [c, c, c]
    const plain = fit(columns, model)
    const scaled = fit(
      columns.map((column, j) => column.map((value) => value * units[j])),
      model,
    )
    const moved = ROWS * units.reduce((sum, unit) => sum + Math.log(unit), 0)
    expect(Math.abs((scaled.logLikelihood! + moved) / plain.logLikelihood! - 1)).toBeLessThan(1e-10)
    scaled.mixture!.means.forEach((mean, at) => {
      const wanted = plain.mixture!.means[at] * units[at % 3]
      expect(Math.abs(mean - wanted)).toBeLessThan(1e-8 * WHOLE * units[at % 3])
    })
  })

  it('goes on from parameters as if it had not stopped', () => {
    const { columns } = groups()
    const half = fit(columns, model, { maxIterations: 6 })
    const whole = fit(columns, model, { maxIterations: 12 })
    const start = { kind: 'parameters', mixture: half.mixture! } as const
    const gone = fit(columns, model, { maxIterations: 6, start })
    expect(gone.iterations).toBe(6)
    expect(Math.abs(gone.logLikelihood! / whole.logLikelihood! - 1)).toBeLessThan(1e-11)
    expect(half.logLikelihood!).toBeLessThan(whole.logLikelihood!)
  })

  it('from parameters outside the model is in it after one step, and not below a fit of one component', () => {
    const { columns } = groups()
    const outside: Mixture = fit(columns, 'VVV', { maxIterations: 4 }).mixture!
    const start = { kind: 'parameters', mixture: outside } as const
    const once = fit(columns, model, { maxIterations: 1, start })
    const more = fit(columns, model, {
      maxIterations: 2,
      start: { kind: 'parameters', mixture: once.mixture! },
    })
    expect(once.iterations).toBe(1)
    expect(more.logLikelihood!).toBeGreaterThanOrEqual(once.logLikelihood!)
    const one = fit(columns, model, {
      components: 1,
      start: { kind: 'labels', labels: new Uint16Array(ROWS) },
    })
    expect(once.logLikelihood!).toBeGreaterThan(one.logLikelihood!)
  })
})
