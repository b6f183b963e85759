import { packedLength } from '../linalg/packed.ts'
import type { CovarianceModel } from './types.ts'

/** How a covariance is stored and whitened: a packed lower triangle, or its diagonal alone. */
export type Family = 'full' | 'diagonal'

/** The family that serves a covariance model: the diagonal one where the ellipsoids lie along the axes (…I). */
export function familyOf(covariance: CovarianceModel): Family {
  return covariance.endsWith('I') ? 'diagonal' : 'full'
}

/** Numbers per covariance in this family: d(d + 1)/2 or d. */
export function covarianceLength(family: Family, dimension: number): number {
  return family === 'full' ? packedLength(dimension) : dimension
}

/** Parameters as the kernel uses them, in the prepared columns' units, components in the order of the start. */
export interface Parameters {
  family: Family
  components: number
  dimension: number
  /** Numbers per covariance. */
  stride: number
  /** Whether there is a uniform noise component besides; it stands behind the others, without mean and covariance. */
  noise: boolean
  /** [K], or [K + 1] with noise; they sum to 1. */
  weights: Float64Array
  /** [K × d] row-major */
  means: Float64Array
  /** Covariances S [K × stride]. */
  covariances: Float64Array
  /** Cholesky factors L of S = L Lᵀ; in the diagonal family the standard deviations [K × stride]. */
  factors: Float64Array
  /** Inverses of the factors [K × stride]. */
  whiteners: Float64Array
  /** ln w − (d/2) ln 2π − ½ ln |S| [K]; of the noise behind them ln w − ln V. */
  offsets: Float64Array
}

/** Room for parameters, all zero, in one piece of memory. */
export function createParameters(
  family: Family,
  components: number,
  dimension: number,
  noise = false,
): Parameters {
  const stride = covarianceLength(family, dimension)
  const memory = new Float64Array(components * (2 + dimension + 3 * stride) + 2 * Number(noise))
  let end = 0
  const take = (each: number, more = 0) => {
    const start = end
    end += components * each + more
    return memory.subarray(start, end)
  }
  return {
    family,
    components,
    dimension,
    stride,
    noise,
    weights: take(1, Number(noise)),
    means: take(dimension),
    covariances: take(stride),
    factors: take(stride),
    whiteners: take(stride),
    offsets: take(1, Number(noise)),
  }
}

/** Copies `source` over `target` of the same shape. */
export function copyParameters(source: Parameters, target: Parameters): void {
  target.weights.set(source.weights)
  target.means.set(source.means)
  target.covariances.set(source.covariances)
  target.factors.set(source.factors)
  target.whiteners.set(source.whiteners)
  target.offsets.set(source.offsets)
}

/** Sets factors and whiteners to the identity and means to zero: the whitened row is then the row itself. */
export function setIdentity(parameters: Parameters): void {
  const { family, components, dimension, stride, factors, whiteners } = parameters
  parameters.means.fill(0)
  factors.fill(0)
  whiteners.fill(0)
  for (let k = 0; k < components; k++) {
    for (let j = 0; j < dimension; j++) {
      const at = k * stride + (family === 'full' ? (j * (j + 3)) / 2 : j)
      factors[at] = 1
      whiteners[at] = 1
    }
  }
}
