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

/** Rows that are whitened side by side. */
const LANES = 4

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

  const white = new Float64Array(d * LANES)
  const centred = { high: new Float64Array(d), low: new Float64Array(d) }
  /* [K × lanes] */
  const logs = new Float64Array(components * LANES)
  const terms = new Float64Array(components)

  function term(columns: readonly Float64Array[], row: number, k: number): number {
    const exact = extended[k]
    if (exact !== null) return offsets[k] - exactDistance(columns, row, k, exact) / 2
    const base = k * size
    let squared = 0
    for (let i = 0; i < d; i++) {
      const start = base + (i * (i + 1)) / 2
      let sum = (columns[i][row] - means[k * d + i]) / units[k * d + i]
      for (let j = 0; j < i; j++) sum -= factors[start + j] * white[LANES * j]
      const y = sum / factors[start + i]
      white[LANES * i] = y
      squared += y * y
    }
    return offsets[k] - squared / 2
  }

  /* As `term`, digit for digit, of four rows side by side, none of which waits for the divisions of another; dividing by a unit, a power of two, is multiplying. */
  function fillTerms(columns: readonly Float64Array[], row: number, k: number): void {
    const base = k * size
    let squared0 = 0
    let squared1 = 0
    let squared2 = 0
    let squared3 = 0
    for (let i = 0; i < d; i++) {
      const start = base + (i * (i + 1)) / 2
      const column = columns[i]
      const mean = means[k * d + i]
      const perUnit = 1 / units[k * d + i]
      let sum0 = (column[row] - mean) * perUnit
      let sum1 = (column[row + 1] - mean) * perUnit
      let sum2 = (column[row + 2] - mean) * perUnit
      let sum3 = (column[row + 3] - mean) * perUnit
      for (let j = 0; j < i; j++) {
        const factor = factors[start + j]
        const at = LANES * j
        sum0 -= factor * white[at]
        sum1 -= factor * white[at + 1]
        sum2 -= factor * white[at + 2]
        sum3 -= factor * white[at + 3]
      }
      const pivot = factors[start + i]
      const at = LANES * i
      const y0 = (white[at] = sum0 / pivot)
      squared0 += y0 * y0
      const y1 = (white[at + 1] = sum1 / pivot)
      squared1 += y1 * y1
      const y2 = (white[at + 2] = sum2 / pivot)
      squared2 += y2 * y2
      const y3 = (white[at + 3] = sum3 / pivot)
      squared3 += y3 * y3
    }
    logs[k * LANES] = offsets[k] - squared0 / 2
    logs[k * LANES + 1] = offsets[k] - squared1 / 2
    logs[k * LANES + 2] = offsets[k] - squared2 / 2
    logs[k * LANES + 3] = offsets[k] - squared3 / 2
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

  /* `at`: the row's place in the block whose terms are there. */
  function evaluateRow(row: number, at: number, target: PosteriorTarget, labelsAlone: boolean): void {
    let best = 0
    let most = logs[at]
    for (let k = 1; k < components; k++) {
      const term = logs[k * LANES + at]
      if (term > most) {
        best = k
        most = term
      }
    }
    const missing = Number.isNaN(logs[at])
    const stray = noiseTerm > most
    if (target.labels !== null) target.labels[row] = missing ? UNLABELLED : stray ? NOISE_LABEL : best
    if (labelsAlone) return
    if (stray) most = noiseTerm
    let others = 0
    let unclustered = 0
    if (most > -Infinity) {
      for (let k = 0; k < components; k++) {
        terms[k] = Math.exp(logs[k * LANES + at] - most)
        if (stray || k !== best) others += terms[k]
      }
      unclustered = Math.exp(noiseTerm - most)
      if (!stray) others += unclustered
    } else if (!missing) {
      terms.fill(0)
      terms[best] = 1
    }
    const sum = 1 + others
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
      const { uncertainty, logDensity, posteriors, noise: strayed = null } = target
      const labelsAlone = [uncertainty, logDensity, posteriors, strayed].every((wanted) => wanted === null)
      for (let start = from; start < to; start += LANES) {
        const rows = Math.min(LANES, to - start)
        for (let k = 0; k < components; k++) {
          if (rows === LANES && extended[k] === null) fillTerms(columns, start, k)
          else for (let lane = 0; lane < rows; lane++) logs[k * LANES + lane] = term(columns, start + lane, k)
        }
        for (let lane = 0; lane < rows; lane++) evaluateRow(start + lane, lane, target, labelsAlone)
      }
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
