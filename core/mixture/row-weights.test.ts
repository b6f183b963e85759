import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../random/random.ts'
import { adjustedRandIndex, contingency } from './partition.ts'
import { prepare } from './prepare.ts'
import { columnsOf } from './reference/reference.ts'
import { runRestart } from './restart.ts'
import { countOf } from './row-weights.ts'
import { agglomerate } from './start/agglomeration.ts'
import { sampleRows } from './start/sample.ts'
import { scaledDirections } from './start/scaled-directions.ts'
import type { CovarianceModel, Initialisation, Prepared, RestartRequest, Scaling } from './types.ts'

const MODELS: CovarianceModel[] = [
  ...(['EII', 'VII', 'EEI', 'VEI', 'EVI', 'VVI', 'EEE'] as const),
  ...(['VEE', 'EVE', 'VVE', 'EEV', 'VEV', 'EVV', 'VVV'] as const),
]
const QUIET = { stopped: () => false, iterated: () => {} }
const text = readFileSync(new URL('reference/iris.csv', import.meta.url), 'utf8')
const iris = columnsOf(text, ['sepal_length', 'sepal_width', 'petal_length', 'petal_width'])
const species = Uint16Array.from({ length: 150 }, (_, row) => Math.floor(row / 50))
/** 1, 2, 3, 1, 4, 1, … rows of each. */
const TIMES = Float64Array.from({ length: 150 }, (_, row) => 1 + ((row * 7) % 11 === 4 ? 3 : row % 3))

function repeated<List extends Float64Array | Uint16Array>(list: List): List {
  const out = Array.from(list).flatMap((value, row) => new Array<number>(TIMES[row]).fill(value))
  return (list instanceof Float64Array ? Float64Array.from(out) : Uint16Array.from(out)) as List
}

const expanded = iris.map(repeated)
const aggregated = (scaling: Scaling = 'none') =>
  prepare(iris, scaling, { values: TIMES, rescaled: false }).prepared
const single = (scaling: Scaling = 'none') => prepare(expanded, scaling).prepared

function fit(prepared: Prepared, asked: Partial<RestartRequest>) {
  return runRestart(
    prepared,
    {
      components: 3,
      covariance: 'VVV',
      initialisation: 'given',
      index: 0,
      seed: 1,
      tolerance: 1e-6,
      maxIterations: 200,
      regularisation: { kind: 'relative', value: 1e-6 },
      prior: 'none',
      eigenvalueRatio: null,
      acceleration: 'none',
      subsample: false,
      ...asked,
    },
    QUIET,
  )
}

/** The largest difference of two equally long lists, relative to the larger number or 1. */
const distance = (a: Float64Array, b: Float64Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]) / Math.max(1, Math.abs(value))), 0)

describe('a row that weighs as much as it stands there often', () => {
  it.each(MODELS)('gives the fit of the repeated rows: %s', (covariance) => {
    const given = (labels: Uint16Array): Partial<RestartRequest> => ({
      covariance,
      start: { kind: 'labels', labels },
    })
    const weighted = fit(aggregated(), given(species))
    const plain = fit(single(), given(repeated(species)))
    expect(weighted.status).toBe(plain.status)
    expect(weighted.iterations).toBe(plain.iterations)
    expect(
      distance(Float64Array.of(weighted.logLikelihood!), Float64Array.of(plain.logLikelihood!)),
    ).toBeLessThan(1e-10)
    expect(Math.abs(weighted.entropy! - plain.entropy!)).toBeLessThan(1e-8 * (1 + plain.entropy!))
    expect(distance(weighted.mixture!.means, plain.mixture!.means)).toBeLessThan(1e-8)
    expect(distance(weighted.mixture!.covariances, plain.mixture!.covariances)).toBeLessThan(1e-8)
    expect(distance(weighted.mixture!.weights, plain.mixture!.weights)).toBeLessThan(1e-8)
    expect(weighted.flags).toEqual(plain.flags)
  })

  it.each<Partial<RestartRequest>>([
    { prior: 'conjugate' },
    { acceleration: 'squarem' },
    { covariance: 'VII' },
    { eigenvalueRatio: 20 },
  ])('does so under %o', (asked) => {
    const weighted = fit(aggregated(), { ...asked, start: { kind: 'labels', labels: species } })
    const plain = fit(single(), { ...asked, start: { kind: 'labels', labels: repeated(species) } })
    expect(weighted.logLikelihood! / plain.logLikelihood!).toBeCloseTo(1, 10)
  })

  it.each<Scaling>(['none', 'standardise', 'robust'])('is centred and scaled alike: %s', (scaling) => {
    const weighted = aggregated(scaling)
    const plain = single(scaling)
    expect(countOf(weighted)).toBe(plain.rows)
    for (const name of ['centre', 'spread', 'metric', 'total'] as const)
      expect(distance(weighted[name], plain[name])).toBeLessThan(1e-12)
  })

  it('merges into the same groups by Ward’s criterion', () => {
    const weighted = aggregated()
    const { values } = weighted.weights!
    const own = agglomerate(scaledDirections(weighted), 3, 'trace', () => false, values)!
    const theirs = agglomerate(scaledDirections(single()), 3, 'trace', () => false)!
    const spread = Uint8Array.from(repeated(Uint16Array.from(own)))
    expect(adjustedRandIndex(contingency(spread, theirs, 3, 3))).toBe(1)
  })

  it.each<Initialisation>(['hierarchical', 'kmeans', 'kmeans++', 'random-rows', 'short-runs'])(
    'reaches the best solution of the repeated rows: %s',
    (initialisation) => {
      const best = fit(single(), { start: { kind: 'labels', labels: repeated(species) } }).logLikelihood!
      const reached = Array.from({ length: 30 }, (_, index) =>
        fit(aggregated(), { initialisation, index, seed: index + 1 }),
      ).filter(({ status, flags }) => status === 'converged' && flags.length === 0)
      const most = Math.max(...reached.map(({ logLikelihood }) => logLikelihood!))
      expect(most).toBeGreaterThan(best - 0.01)
    },
  )
})

describe('weights of rows', () => {
  it('make one component the closed form: weighted mean and covariance, divisor Σ w', () => {
    const sum = TIMES.reduce((total, weight) => total + weight, 0)
    const means = iris.map((column) => column.reduce((total, x, i) => total + TIMES[i] * x, 0) / sum)
    const { mixture, iterations } = fit(aggregated(), {
      components: 1,
      initialisation: 'kmeans',
      regularisation: { kind: 'relative', value: 0 },
    })
    expect(iterations).toBeGreaterThan(0)
    iris.forEach((column, i) => {
      expect(mixture!.means[i]).toBeCloseTo(means[i], 12)
      iris.forEach((other, j) => {
        const products = column.reduce(
          (total, x, row) => total + TIMES[row] * (x - means[i]) * (other[row] - means[j]),
          0,
        )
        expect(mixture!.covariances[i * 4 + j]).toBeCloseTo(products / sum, 12)
      })
    })
  })

  it('that are all 1 change nothing but rounding', () => {
    const ones = prepare(iris, 'none', { values: new Float64Array(150).fill(1), rescaled: false }).prepared
    const start = { kind: 'labels', labels: species } as const
    const weighted = fit(ones, { start })
    const plain = fit(prepare(iris, 'none').prepared, { start })
    expect(weighted.iterations).toBe(plain.iterations)
    expect(weighted.logLikelihood! / plain.logLikelihood!).toBeCloseTo(1, 12)
  })

  it('that are rescaled have a mean of 1 over the rows used, whatever their unit', () => {
    const of = (unit: number) =>
      prepare(iris, 'none', { values: TIMES.map((weight) => weight * unit), rescaled: true }).prepared
    expect(countOf(of(1000))).toBe(150)
    const start = { kind: 'labels', labels: species } as const
    expect(fit(of(1000), { start }).logLikelihood! / fit(of(1), { start }).logLikelihood!).toBeCloseTo(1, 12)
  })

  it('of 0, below 0 or missing leave a row out', () => {
    const values = TIMES.slice()
    values.set([0, -1, NaN])
    const { usedRows, prepared } = prepare(iris, 'none', { values, rescaled: false })
    expect(usedRows.length).toBe(147)
    expect(usedRows[0]).toBe(3)
    expect(prepared.weights!.values[0]).toBe(TIMES[3])
  })

  it('say how often a row is drawn into a sample, whose rows weigh as often as they were', () => {
    const weighing = Float64Array.from({ length: 150 }, (_, row) => (row === 10 ? 149 : 1))
    const { prepared } = prepare(iris, 'none', { values: weighing, rescaled: false })
    const sample = sampleRows(prepared, 100, createRandom(3))
    expect(countOf(sample)).toBe(100)
    expect(sample.rows).toBeLessThan(75)
    const heaviest = Math.max(...sample.weights!.values)
    expect(heaviest).toBeGreaterThan(35)
    expect(heaviest).toBeLessThan(65)
  })
})
