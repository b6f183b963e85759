import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../random/random.ts'
import { parameterCount } from './criteria.ts'
import { createKernel, createPlainKernel } from './kernel.ts'
import { createParameters, type Family } from './parameters.ts'
import { NOISE_LABEL } from './partition.ts'
import { createPosterior } from './posterior.ts'
import { prepare } from './prepare.ts'
import { columnsOf } from './reference/reference.ts'
import { runRestart } from './restart.ts'
import { NO_LABEL, type CovarianceModel, type RestartRequest } from './types.ts'

const text = readFileSync(new URL('reference/noise.csv', import.meta.url), 'utf8')
const columns = columnsOf(text, ['V1', 'V2'])
const labels = Uint16Array.from({ length: 220 }, (_, row) => (row < 100 ? 0 : row < 200 ? 1 : NO_LABEL))
const { prepared } = prepare(columns, 'none', null, { noise: true })

/** mclust 6.1 `me` from these labels with `Vinv = hypvol(X, reciprocal = TRUE)`: log-likelihood, share of the noise, parameters. */
const MCLUST: [CovarianceModel, number, number, number][] = [
  ['EII', -842.2746027, 0.094532, 8],
  ['VII', -832.3930137, 0.088283, 9],
  ['EEI', -818.1756003, 0.08628, 9],
  ['VEI', -802.72563799, 0.081587, 10],
  ['EVI', -816.82144219, 0.086373, 10],
  ['VVI', -801.19976287, 0.081463, 11],
  ['EEE', -817.87545918, 0.086362, 10],
  ['VEE', -802.58521621, 0.081674, 11],
  ['EVE', -816.62089256, 0.086456, 11],
  ['VVE', -801.16837976, 0.081651, 12],
  ['EEV', -817.58155113, 0.086767, 11],
  ['VEV', -802.29308592, 0.081677, 12],
  ['EVV', -816.28026557, 0.086985, 12],
  ['VVV', -800.85545502, 0.081575, 13],
]

function fit(asked: Partial<RestartRequest> = {}, rows = prepared) {
  const trace: number[] = []
  const request: RestartRequest = {
    components: 2,
    covariance: 'VVV',
    initialisation: 'given',
    index: 0,
    seed: 1,
    tolerance: 1e-9,
    maxIterations: 5000,
    regularisation: { kind: 'relative', value: 0 },
    prior: 'none',
    eigenvalueRatio: null,
    acceleration: 'none',
    subsample: false,
    ...asked,
  }
  const outcome = runRestart(rows, request, {
    stopped: () => false,
    iterated: (i, logLikelihood) => (trace[i] = logLikelihood),
  })
  return { outcome, trace }
}

describe('a fit with a noise component', () => {
  it('gives noise a share where a start leaves no row to it', () => {
    const all = Uint16Array.from({ length: 220 }, (_, row) => (row < 100 ? 0 : 1))
    const responsibilities = Float64Array.from({ length: 440 }, (_, at) =>
      Number(all[Math.floor(at / 2)] === at % 2),
    )
    for (const start of [
      { kind: 'labels', labels: all } as const,
      { kind: 'responsibilities', responsibilities } as const,
    ]) {
      expect(fit({ start, maxIterations: 1 }).outcome.mixture!.noise!.weight).toBeCloseTo(0.05, 12)
    }
  })

  it.each(MCLUST)('ends where mclust does from the same start: %s', (covariance, logLikelihood, share, p) => {
    const { outcome, trace } = fit({ covariance, start: { kind: 'labels', labels } })
    expect(outcome.status).toBe('converged')
    const gain = outcome.logLikelihood! - logLikelihood
    // The common axes of VVE are not taken to the maximum by mclust 6.
    if (covariance === 'VVE') {
      expect(gain).toBeGreaterThan(0)
      return
    }
    expect(Math.abs(gain)).toBeLessThan(1e-6 * Math.abs(logLikelihood))
    expect(outcome.mixture!.noise!.weight).toBeCloseTo(share, 4)
    expect(parameterCount(covariance, 2, 2, true)).toBe(p)
    for (let i = 1; i < trace.length; i++) expect(trace[i]).toBeGreaterThan(trace[i - 1] - 1e-9)
    const { weights, noise } = outcome.mixture!
    expect(weights.reduce((sum, weight) => sum + weight, noise!.weight)).toBeCloseTo(1, 12)
  })

  it('takes the smaller of the boxes along columns and principal axes for its volume, as mclust', () => {
    const { noise } = fit({ start: { kind: 'labels', labels } }).outcome.mixture!
    expect(noise!.logDensity).toBeCloseTo(-6.123863, 6)
    const turned = [
      columns[0].map((x, i) => x + columns[1][i]),
      columns[0].map((x, i) => 1000 * (x - columns[1][i])),
    ]
    const { prepared: scaled } = prepare(turned, 'none', null, { noise: true })
    expect(scaled.noise).toBeDefined()
  })

  it('finds the two groups and the rows outside them from its own starts, faster ones too', () => {
    const best = fit({ start: { kind: 'labels', labels } }).outcome.logLikelihood!
    for (const acceleration of ['none', 'squarem'] as const) {
      const ended = (['kmeans', 'short-runs', 'kmeans++', 'hierarchical'] as const).map(
        (initialisation) => fit({ initialisation, acceleration }).outcome,
      )
      const most = Math.max(...ended.map(({ logLikelihood }) => logLikelihood ?? -Infinity))
      expect(Math.abs(most - best)).toBeLessThan(1e-5)
    }
  })

  it('goes on from a pause to the same bits', () => {
    const whole = fit({ initialisation: 'kmeans', acceleration: 'squarem' }).outcome
    const paused = fit({ initialisation: 'kmeans', acceleration: 'squarem', pauseAfter: 4 }).outcome
    const { resumption } = paused
    const { outcome } = fit({ initialisation: 'kmeans', acceleration: 'squarem', resumption: resumption! })
    expect(outcome.logLikelihood).toBe(whole.logLikelihood)
    expect(outcome.mixture!.noise).toEqual(whole.mixture!.noise)
  })

  it('goes on from its own parameters, and gives parameters without noise a twentieth', () => {
    const { mixture, logLikelihood } = fit({ start: { kind: 'labels', labels } }).outcome
    const again = fit({ start: { kind: 'parameters', mixture: mixture! } })
    expect(again.trace[0]).toBeCloseTo(logLikelihood!, 8)
    const clean = { ...mixture! }
    delete clean.noise
    expect(fit({ start: { kind: 'parameters', mixture: clean } }).outcome.logLikelihood).toBeCloseTo(
      logLikelihood!,
      5,
    )
  })

  it('counts rows by their weights', () => {
    const times = Float64Array.from({ length: 220 }, (__, row) => 1 + (row % 3))
    const repeat = <T>(list: ArrayLike<T>) =>
      Array.from(list).flatMap((value, row) => new Array<T>(times[row]).fill(value))
    const weighting = { values: times, rescaled: false }
    const weighted = prepare(columns, 'none', weighting, { noise: true }).prepared
    const expanded = columns.map((column) => Float64Array.from(repeat(column)))
    const plain = prepare(expanded, 'none', null, { noise: true }).prepared
    const one = fit({ start: { kind: 'labels', labels } }, weighted).outcome
    const other = fit({ start: { kind: 'labels', labels: Uint16Array.from(repeat(labels)) } }, plain).outcome
    expect(one.logLikelihood! / other.logLikelihood!).toBeCloseTo(1, 10)
    expect(one.mixture!.noise!.weight).toBeCloseTo(other.mixture!.noise!.weight, 8)
  })

  it('has its posterior: label 254, a responsibility, and the same total log-likelihood', () => {
    const { mixture, logLikelihood, entropy } = fit({ start: { kind: 'labels', labels } }).outcome
    const target = {
      labels: new Uint8Array(220),
      uncertainty: new Float64Array(220),
      logDensity: new Float64Array(220),
      posteriors: new Float64Array(440),
      noise: new Float64Array(220),
    }
    createPosterior(mixture!).evaluate(columns, 0, 220, target)
    expect(target.logDensity.reduce((sum, value) => sum + value, 0)).toBeCloseTo(logLikelihood!, 8)
    const share = target.noise.reduce((sum, value) => sum + value, 0) / 220
    expect(share).toBeCloseTo(mixture!.noise!.weight, 6)
    let doubt = 0
    target.noise.forEach((noise, row) => {
      const parts = [target.posteriors[2 * row], target.posteriors[2 * row + 1], noise]
      expect(parts[0] + parts[1] + noise).toBeCloseTo(1, 12)
      expect(target.uncertainty[row]).toBeCloseTo(1 - Math.max(...parts), 12)
      expect(target.labels[row] === NOISE_LABEL).toBe(noise > Math.max(parts[0], parts[1]))
      for (const z of parts) if (z > 0) doubt -= z * Math.log(z)
    })
    expect(doubt).toBeCloseTo(entropy!, 6)
  })

  it('has no volume where the rows lie on a line', () => {
    const line = [columns[0], columns[0].map((x) => 3 * x + 1)]
    expect(prepare(line, 'none', null, { noise: true }).prepared.noise).toBeUndefined()
  })
})

describe('the kernels with noise', () => {
  it.each<[Family, number]>([
    ['full', 1],
    ['full', 4],
    ['diagonal', 2],
  ])('agree to 1e-12: %s, %i components', (family, components) => {
    const random = createRandom(8)
    const parameters = createParameters(family, components, 2, true)
    for (let i = 0; i < parameters.whiteners.length; i++) parameters.whiteners[i] = 0.5 + random.next()
    for (let i = 0; i < parameters.means.length; i++) parameters.means[i] = random.normal()
    for (let k = 0; k <= components; k++) parameters.offsets[k] = -2 + random.normal()
    const never = () => false
    const fast = createKernel(prepared, components, family, null, true)
    const plain = createPlainKernel(prepared, components, family, null, true)
    expect(fast.pass(parameters, never) && plain.pass(parameters, never)).toBe(true)
    expect(fast.sums.values).toHaveLength(components * fast.sums.length + 1)
    fast.sums.values.forEach((value, i) =>
      expect(Math.abs(value - plain.sums.values[i])).toBeLessThan(1e-12 * (220 + Math.abs(value))),
    )
    expect(fast.logLikelihood / plain.logLikelihood).toBeCloseTo(1, 12)
    expect(Math.abs(fast.entropy - plain.entropy)).toBeLessThan(1e-10)
    const counts = Array.from({ length: components }, (_, k) => fast.sums.values[k * fast.sums.length])
    expect(counts.reduce((sum, count) => sum + count, fast.sums.values.at(-1)!)).toBeCloseTo(220, 9)
  })
})
