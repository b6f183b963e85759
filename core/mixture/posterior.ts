import { cholesky } from '../linalg/cholesky.ts'
import {
  differenceError,
  extendedCholesky,
  solveExtended,
  type ExtendedTriangle,
} from '../linalg/extended.ts'
import { packedLength } from '../linalg/packed.ts'
import { createGappyPosterior } from './missing/gappy-posterior.ts'
import { NOISE_LABEL, UNLABELLED } from './partition.ts'
import type { Mixture } from './types.ts'

/** A pivot this small beside its variance costs too many digits in doubles. */
const SMALL_PIVOT = 1e-4

/** Where the results of `evaluate` go: each is indexed by the row itself, or null where it is not wanted. */
export interface PosteriorTarget {
  /** [rows]; 0-based component of the largest responsibility, ties to the lower; 254 for noise; 255 for a row that cannot be read for a missing value. */
  labels: Uint8Array | null
  /** [rows]; sum of the responsibilities but the largest; NaN for a row with a missing value. */
  uncertainty: Float64Array | null
  /** [rows]; natural logarithm of the mixture's density; NaN for a row with a missing value. */
  logDensity: Float64Array | null
  /** [rows × K] row-major; NaN for a row with a missing value. With noise they lack its responsibility to sum to 1. */
  posteriors: Float64Array | null
  /** [rows]; responsibility of the noise, 0 without one; NaN for a row with a missing value. */
  noise?: Float64Array | null
}

export interface Posterior {
  /** Evaluates rows [from, to) of whole columns [d][rows], in the units of the mixture. */
  evaluate(columns: readonly Float64Array[], from: number, to: number, target: PosteriorTarget): void
}

/**
 * The E-step for any rows under a mixture. Of one that was fitted to rows with gaps, rows with a missing value are read by the
 * values they have. Throws a RangeError where a covariance is not positive definite.
 */
export function createPosterior(mixture: Mixture): Posterior {
  return mixture.gaps === true ? createGappyPosterior(mixture, wholePosterior) : wholePosterior(mixture)
}

/**
 * By log-sum-exp over Cholesky-whitened distances; twice the precision of doubles
 * whitens components whose columns are nearly collinear.
 */
function wholePosterior(mixture: Mixture): Posterior {
  const { components, dimension: d, means, noise } = mixture
  const noiseTerm = noise === undefined ? -Infinity : Math.log(noise.weight) + noise.logDensity
  const size = packedLength(d)
  const factors = new Float64Array(components * size)
  const units = new Float64Array(components * d)
  const offsets = new Float64Array(components)
  const extended: (ExtendedTriangle | null)[] = []
  for (let k = 0; k < components; k++) {
    offsets[k] = Math.log(mixture.weights[k]) - (d / 2) * Math.log(2 * Math.PI)
    const scale = units.subarray(k * d, (k + 1) * d)
    for (let i = 0; i < d; i++) {
      scale[i] = unitOf(mixture.covariances[(k * d + i) * d + i])
      offsets[k] -= Math.log(scale[i])
    }
    const at = k * size
    for (let i = 0, t = at; i < d; i++) {
      for (let j = 0; j <= i; j++, t++)
        factors[t] = mixture.covariances[(k * d + i) * d + j] / scale[i] / scale[j]
    }
    const scaled = factors.slice(at, at + size)
    if (cholesky(factors, factors, d, at) >= 0) {
      throw new RangeError(`The covariance matrix of component ${k + 1} is not positive definite.`)
    }
    const exact = losesDigits(factors, at, d) ? extendedCholesky(scaled, d) : null
    for (let i = 0; i < d; i++) {
      const place = (i * (i + 3)) / 2
      offsets[k] -= Math.log(exact === null ? factors[at + place] : exact.high[place])
    }
    extended.push(exact)
  }

  const white = new Float64Array(d)
  const centred = { high: new Float64Array(d), low: new Float64Array(d) }
  const terms = new Float64Array(components)

  function term(columns: readonly Float64Array[], row: number, k: number): number {
    const exact = extended[k]
    if (exact !== null) return offsets[k] - exactDistance(columns, row, k, exact) / 2
    const base = k * size
    let squared = 0
    for (let i = 0; i < d; i++) {
      const start = base + (i * (i + 1)) / 2
      let sum = (columns[i][row] - means[k * d + i]) / units[k * d + i]
      for (let j = 0; j < i; j++) sum -= factors[start + j] * white[j]
      const y = sum / factors[start + i]
      white[i] = y
      squared += y * y
    }
    return offsets[k] - squared / 2
  }

  function exactDistance(
    columns: readonly Float64Array[],
    row: number,
    k: number,
    factor: ExtendedTriangle,
  ): number {
    for (let i = 0, at = k * d; i < d; i++, at++) {
      const value = columns[i][row]
      const difference = value - means[at]
      centred.high[i] = difference / units[at]
      centred.low[i] = differenceError(value, means[at], difference) / units[at]
    }
    return solveExtended(factor, centred, d)
  }

  function evaluateRow(columns: readonly Float64Array[], row: number, target: PosteriorTarget): void {
    let best = 0
    for (let k = 0; k < components; k++) {
      terms[k] = term(columns, row, k)
      if (terms[k] > terms[best]) best = k
    }
    const missing = Number.isNaN(terms[0])
    const stray = noiseTerm > terms[best]
    const most = stray ? noiseTerm : terms[best]
    let others = 0
    let unclustered = 0
    if (most > -Infinity) {
      for (let k = 0; k < components; k++) {
        terms[k] = Math.exp(terms[k] - most)
        if (stray || k !== best) others += terms[k]
      }
      unclustered = Math.exp(noiseTerm - most)
      if (!stray) others += unclustered
    } else if (!missing) {
      terms.fill(0)
      terms[best] = 1
    }
    const sum = 1 + others
    if (target.labels !== null) target.labels[row] = missing ? UNLABELLED : stray ? NOISE_LABEL : best
    if (target.uncertainty !== null) target.uncertainty[row] = missing ? NaN : others / sum
    if (target.logDensity !== null) target.logDensity[row] = missing ? NaN : most + Math.log1p(others)
    if (target.noise != null) target.noise[row] = missing ? NaN : unclustered / sum
    if (target.posteriors !== null) {
      for (let k = 0; k < components; k++)
        target.posteriors[row * components + k] = missing ? NaN : terms[k] / sum
    }
  }

  return {
    evaluate(columns, from, to, target) {
      for (let row = from; row < to; row++) evaluateRow(columns, row, target)
    },
  }
}

/** The power of two next to a standard deviation: dividing by it is exact. NaN where there is none. */
function unitOf(variance: number): number {
  return 2 ** Math.round(Math.log2(variance) / 2)
}

/** Of a matrix whose diagonal is about 1. */
function losesDigits(factors: Float64Array, at: number, d: number): boolean {
  for (let i = 0; i < d; i++) if (factors[at + (i * (i + 3)) / 2] ** 2 < SMALL_PIVOT) return true
  return false
}
