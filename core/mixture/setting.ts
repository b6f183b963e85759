import { cholesky } from '../linalg/cholesky.ts'
import { invertTriangular } from '../linalg/triangular.ts'
import { familyOf, type Family } from './parameters.ts'
import type { CovarianceModel, Prepared, Regularisation } from './types.ts'

/** What every M-step of a restart depends on besides the rows, in the prepared columns' units. */
export interface Setting {
  covariance: CovarianceModel
  family: Family
  components: number
  dimension: number
  /** Covariance of all rows, packed. */
  total: Float64Array
  /**
   * Cholesky factor and its inverse of the covariance that components are measured against: the total one, or its diagonal
   * where that is singular.
   */
  reference: Float64Array
  referenceInverse: Float64Array
  /** Added to each column's variance [d]. Of the spherical model: `ridge[j]` = `sphericalRidge` × `shape[j]`. */
  ridge: Float64Array
  /** Added to the spherical model's one variance, in the units of the metric. */
  sphericalRidge: number
  /** Variance of each column where the spherical model's is 1: the metric's unit squared [d]. */
  shape: Float64Array
}

/** The setting of a restart. */
export function createSetting(
  prepared: Prepared,
  components: number,
  covariance: CovarianceModel,
  regularisation: Regularisation,
): Setting {
  const { dimension, total } = prepared
  const reference = referenceFactor(total, dimension)
  const referenceInverse = new Float64Array(reference.length)
  invertTriangular(reference, referenceInverse, dimension)
  const shape = Float64Array.from(prepared.metric, (unit, j) => (unit / prepared.spread[j]) ** 2)
  const variances = Float64Array.from(shape, (_, j) => total[(j * (j + 3)) / 2])
  const { kind, value } = regularisation
  const sphericalRidge = kind === 'absolute' ? value : value * meanRatio(variances, shape)
  const ridge = variances.map((variance, j) =>
    covariance === 'VII'
      ? sphericalRidge * shape[j]
      : kind === 'absolute'
        ? value * shape[j]
        : value * variance,
  )
  const family = familyOf(covariance)
  return {
    covariance,
    family,
    components,
    dimension,
    total,
    reference,
    referenceInverse,
    ridge,
    sphericalRidge,
    shape,
  }
}

/** The spherical model's variance that variances [d] amount to: the mean of variance over shape. */
export function meanRatio(variances: Float64Array, shape: Float64Array): number {
  let sum = 0
  for (let j = 0; j < shape.length; j++) sum += variances[j] / shape[j]
  return sum / shape.length
}

function referenceFactor(total: Float64Array, dimension: number): Float64Array {
  const factor = new Float64Array(total.length)
  if (cholesky(total, factor, dimension) < 0) return factor
  factor.fill(0)
  for (let j = 0; j < dimension; j++) {
    const at = (j * (j + 3)) / 2
    factor[at] = total[at] > 0 ? Math.sqrt(total[at]) : 1
  }
  return factor
}
