import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { runTraced, threeClouds } from '../climb/fixture.ts'
import { createPosterior } from '../posterior.ts'
import { prepare } from '../prepare.ts'
import type { CovarianceModel, Mixture, RestartRequest } from '../types.ts'
import { prepareWithGaps } from './prepare-gaps.ts'
import {
  columnsOf,
  gappyRows,
  mixtureOf,
  rowDensity,
  textbookLogLikelihood,
  textbookOf,
  textbookStep,
  type Textbook,
} from './reference.ts'

const MODELS: CovarianceModel[] = ['VVV', 'VVI']

const START: Textbook = {
  weights: [0.4, 0.6],
  means: [
    [1, 2, 105],
    [-1, -2, 90],
  ],
  covariances: [
    [
      [2, 0.5, 3],
      [0.5, 3, -2],
      [3, -2, 500],
    ],
    [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 300],
    ],
  ],
}

function diagonalStart(): Textbook {
  const covariances = START.covariances.map((matrix) =>
    matrix.map((row, i) => row.map((value, j) => (i === j ? value : 0))),
  )
  return { ...START, covariances }
}

const given = (start: Textbook, change: Partial<RestartRequest>): Partial<RestartRequest> => ({
  components: 2,
  initialisation: 'given',
  start: { kind: 'parameters', mixture: mixtureOf(start) },
  ...change,
})

describe('EM of rows with missing cells', () => {
  it.each(MODELS)('takes the steps of the textbook, iteration by iteration: %s', (covariance) => {
    const rows = gappyRows(createRandom(3), 150, 0.3)
    const diagonal = covariance === 'VVI'
    let model = diagonal ? diagonalStart() : START
    const prepared = prepareWithGaps(columnsOf(rows), 'none').prepared
    const { outcome, trace } = runTraced(prepared, given(model, { covariance, maxIterations: 12 }))
    for (const logLikelihood of trace) {
      model = textbookStep(rows, model, diagonal)
      const wanted = textbookLogLikelihood(rows, model)
      expect(Math.abs(logLikelihood - wanted)).toBeLessThan(1e-11 * Math.abs(wanted))
    }
    expect(trace).toHaveLength(12)
    const found = textbookOf(outcome.mixture as Mixture)
    const order = model.weights[0] > model.weights[1] ? [0, 1] : [1, 0]
    order.forEach((k, at) => {
      expect(Math.abs(found.weights[at] - model.weights[k])).toBeLessThan(1e-11)
      found.means[at].forEach((mean, j) => expect(Math.abs(mean - model.means[k][j])).toBeLessThan(1e-8))
      found.covariances[at]
        .flat()
        .forEach((value, j) => expect(Math.abs(value - model.covariances[k].flat()[j])).toBeLessThan(1e-7))
    })
  })

  it.each(MODELS)('climbs without a fall to where the observed log-likelihood is flat: %s', (covariance) => {
    const rows = gappyRows(createRandom(5), 120, 0.25)
    const prepared = prepareWithGaps(columnsOf(rows), 'none').prepared
    const { outcome, trace } = runTraced(prepared, {
      components: 2,
      covariance,
      initialisation: 'kmeans',
      tolerance: 1e-10,
      maxIterations: 5000,
    })
    expect(outcome.status).toBe('converged')
    for (let t = 1; t < trace.length; t++)
      expect(trace[t]).toBeGreaterThanOrEqual(trace[t - 1] - 1e-10 * Math.abs(trace[t]))
    const model = textbookOf(outcome.mixture as Mixture)
    const top = textbookLogLikelihood(rows, model)
    expect(Math.abs((outcome.logLikelihood ?? NaN) - top)).toBeLessThan(1e-9)
    const heights = neighbours(model, covariance === 'VVI').map((each) => textbookLogLikelihood(rows, each))
    for (const [up, down] of pairs(heights)) {
      expect(Math.max(up, down)).toBeLessThan(top)
      // The slope is far below the curvature: the top of the parabola lies within two thousandths of the step.
      expect(Math.abs(up - down) / 4).toBeLessThan(2e-3 * (2 * top - up - down))
    }
  })

  it('is the EM of complete data to the bit where nothing is missing', () => {
    const columns = threeClouds(createRandom(2), 300, 3)
    const plain = prepare(columns, 'standardise')
    const kept = prepareWithGaps(columns, 'standardise')
    expect([...kept.usedRows]).toEqual([...plain.usedRows])
    for (const covariance of MODELS) {
      const { outcome: wanted, trace: curve } = runTraced(plain.prepared, { covariance })
      const { outcome, trace } = runTraced(kept.prepared, { covariance })
      expect(trace).toEqual(curve)
      expect(outcome).toEqual({ ...wanted, mixture: { ...wanted.mixture, gaps: true } })
    }
  })

  it.each([
    'kmeans++',
    'kmeans',
    'random-rows',
    'random-responsibilities',
    'short-runs',
    'hierarchical',
  ] as const)('climbs from the start %s', (initialisation) => {
    const rows = gappyRows(createRandom(8), 400, 0.2)
    const prepared = prepareWithGaps(columnsOf(rows), 'none').prepared
    for (const covariance of MODELS) {
      const { outcome } = runTraced(prepared, {
        components: 2,
        covariance,
        initialisation,
        acceleration: 'squarem',
      })
      expect(outcome.status).toBe('converged')
      const at = textbookLogLikelihood(rows, textbookOf(outcome.mixture as Mixture))
      expect(Math.abs((outcome.logLikelihood ?? NaN) - at)).toBeLessThan(1e-8)
    }
  })

  it.each([
    { regularisation: { kind: 'relative', value: 1e-3 } },
    { prior: 'conjugate' },
    { eigenvalueRatio: 50 },
  ] as const)('goes with %o', (change) => {
    const prepared = prepareWithGaps(columnsOf(gappyRows(createRandom(8), 300, 0.2)), 'standardise').prepared
    for (const covariance of MODELS) {
      const { outcome } = runTraced(prepared, { components: 2, covariance, ...change })
      expect(outcome.status).toBe('converged')
      expect(outcome.mixture?.gaps).toBe(true)
    }
  })

  it('begins from labels with the maximum that EM under those labels comes to', () => {
    const rows = gappyRows(createRandom(4), 200, 0.2)
    const { prepared, usedRows } = prepareWithGaps(columnsOf(rows), 'none')
    const labels = Uint16Array.from(usedRows, (row) => (row % 3 === 0 ? 0 : 1))
    const { outcome, trace } = runTraced(prepared, {
      components: 2,
      initialisation: 'given',
      start: { kind: 'labels', labels },
      maxIterations: 1,
    })
    expect(trace).toHaveLength(1)
    const own = rows.filter((_, i) => i % 3 !== 0)
    let model: Textbook = { weights: [1], means: [START.means[1]], covariances: [START.covariances[1]] }
    for (let t = 0; t < 200; t++) model = textbookStep(own, model, false)
    const found = textbookOf(outcome.mixture as Mixture)
    found.means[0].forEach((mean, j) => expect(Math.abs(mean - model.means[0][j])).toBeLessThan(0.01))
    expect(found.weights[0]).toBeCloseTo(own.length / rows.length, 12)
  })

  it('needs more than one M-step for one Gaussian, and converges', () => {
    const rows = gappyRows(createRandom(6), 100, 0.3)
    const prepared = prepareWithGaps(columnsOf(rows), 'none').prepared
    const { outcome } = runTraced(prepared, { components: 1, tolerance: 1e-9 })
    expect(outcome.status).toBe('converged')
    expect(outcome.iterations).toBeGreaterThan(3)
    expect(runTraced(prepared, { components: 1, maxIterations: 1 }).outcome.status).toBe('iteration-limit')
  })

  it('comes nearer to the truth than the complete rows alone where what is missing hangs on what is there', () => {
    const random = createRandom(11)
    const n = 4000
    const a = new Float64Array(n)
    const b = new Float64Array(n)
    for (let i = 0; i < n; i++) {
      const side = i % 2 === 0 ? 3 : -3
      a[i] = side + random.normal()
      const value = 2 * side + 0.8 * (a[i] - side) + 0.6 * random.normal()
      // Missing at random: the chance depends on a alone.
      b[i] = random.next() < (a[i] > side ? 0.7 : 0.05) ? NaN : value
    }
    const request = { components: 2, seed: 1, initialisation: 'kmeans' } as const
    const error = (mixture: Mixture | null) => {
      const { means } = textbookOf(mixture as Mixture)
      const sorted = means.sort((left, right) => left[0] - right[0])
      return Math.max(...sorted.map(([x, y], k) => Math.hypot(x - [-3, 3][k], y - [-6, 6][k])))
    }
    const all = error(runTraced(prepareWithGaps([a, b], 'none').prepared, request).outcome.mixture)
    const complete = error(runTraced(prepare([a, b], 'none').prepared, request).outcome.mixture)
    expect(all).toBeLessThan(0.08)
    expect(complete).toBeGreaterThan(0.35)
  })
})

describe('the posterior of a mixture fitted to rows with gaps', () => {
  it('reads a row by the cells that it has', () => {
    const rows = [...gappyRows(createRandom(9), 60, 0.4), [NaN, NaN, 90], [NaN, NaN, NaN], [NaN, 1, NaN]]
    const posterior = createPosterior({ ...mixtureOf(START), gaps: true })
    const n = rows.length
    const target = {
      labels: new Uint8Array(n),
      uncertainty: new Float64Array(n),
      logDensity: new Float64Array(n),
      posteriors: new Float64Array(2 * n),
    }
    posterior.evaluate(columnsOf(rows), 0, n, target)
    rows.forEach((row, i) => {
      if (row.every(Number.isNaN)) {
        expect(target.labels[i]).toBe(255)
        expect(target.logDensity[i]).toBeNaN()
        return
      }
      const { log, shares } = rowDensity(row, START)
      expect(Math.abs(target.logDensity[i] - log)).toBeLessThan(1e-11 * (1 + Math.abs(log)))
      expect(Math.abs(target.posteriors[2 * i] - shares[0])).toBeLessThan(1e-11)
      expect(target.labels[i]).toBe(shares[0] >= shares[1] ? 0 : 1)
    })
  })
})

/** The model with each free number a little up, and down. */
function neighbours(model: Textbook, diagonal: boolean): Textbook[] {
  const step = 2e-4
  const width = [1, 1, 20]
  const changed: Textbook[] = []
  const with_ = (change: (copy: Textbook, sign: number) => void) => {
    for (const sign of [1, -1]) {
      const copy = structuredClone(model)
      change(copy, sign)
      changed.push(copy)
    }
  }
  for (let k = 0; k < 2; k++) {
    for (let i = 0; i < 3; i++) {
      with_((copy, sign) => (copy.means[k][i] += sign * step * width[i]))
      for (let j = 0; j <= (diagonal ? -1 : i); j++)
        with_((copy, sign) => {
          copy.covariances[k][i][j] += sign * step * width[i] * width[j]
          if (i !== j) copy.covariances[k][j][i] = copy.covariances[k][i][j]
        })
      if (diagonal) with_((copy, sign) => (copy.covariances[k][i][i] *= 1 + sign * step))
    }
  }
  with_((copy, sign) => {
    copy.weights = [copy.weights[0] + sign * step, copy.weights[1] - sign * step]
  })
  return changed
}

const pairs = (heights: number[]) =>
  Array.from({ length: heights.length / 2 }, (_, i) => [heights[2 * i], heights[2 * i + 1]])
