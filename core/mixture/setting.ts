import { createBrake, type Brake } from '../linalg/brake.ts'
import { cholesky } from '../linalg/cholesky.ts'
import { invertTriangular } from '../linalg/triangular.ts'
import { createPriorSetting, type PriorSetting } from './models/prior.ts'
import { supportsEigenvalueRatio, supportsPrior } from './models/support.ts'
import { createWork, type Work } from './models/work.ts'
import { familyOf, type Family } from './parameters.ts'
import type { CovarianceModel, Prepared, Prior, Regularisation } from './types.ts'

/** What every M-step of a restart depends on besides the rows, in the prepared columns' units. */
export interface Setting {
  covariance: CovarianceModel
  family: Family
  components: number
  dimension: number
  /** ln 1/V of the uniform noise component; null where there is none. */
  noise: number | null
  /** Covariance of all rows, packed. */
  total: Float64Array
  /**
   * Cholesky factor and its inverse of the covariance that components are measured against: the total one with the ridge, so that
   * a direction in which all rows are flat makes no component narrow; or its diagonal where that is singular.
   */
  reference: Float64Array
  referenceInverse: Float64Array
  /** Trace of that covariance. */
  extent: number
  /**
   * Added to each column's variance after the M-step [d], in every model: the covariances leave the model by this diagonal
   * alone. Of the spherical models it is `sphericalRidge` × `shape`, so that they stay spherical.
   */
  ridge: Float64Array
  /** Added to the spherical models' one variance, in the units of the metric. */
  sphericalRidge: number
  /** Variance of each column where a spherical model's is 1: the metric's unit squared [d]. */
  shape: Float64Array
  /** Null for no prior. */
  prior: PriorSetting | null
  /** Most that the largest eigenvalue of all covariances may be of the smallest, in the units of the metric; null for no bound. */
  eigenvalueRatio: number | null
  /**
   * Whether an M-step maximises something else than the log-likelihood (ridge or prior), which may then fall on its way.
   */
  penalised: boolean
  /** Working memory of the M-step: one restart at a time. */
  work: Work
}

/** What a restart may ask for besides; nothing by default. */
export interface SettingOptions {
  prior?: Prior
  eigenvalueRatio?: number | null
  /** Asked whether to stop, with many columns; the setting is then of no use, and its brake pulled. */
  stopped?: () => boolean
}

/** The setting of a restart. Throws a RangeError where covariance model, prior and bound do not go together. */
export function createSetting(
  prepared: Prepared,
  components: number,
  covariance: CovarianceModel,
  regularisation: Regularisation,
  { prior = 'none', eigenvalueRatio = null, stopped = () => false }: SettingOptions = {},
): Setting {
  if (prior !== 'none' && !supportsPrior(covariance))
    throw new RangeError(`The covariance model ${covariance} has no conjugate prior.`)
  if (eigenvalueRatio !== null && !supportsEigenvalueRatio(covariance))
    throw new RangeError(`The eigenvalue ratio cannot be bounded in the covariance model ${covariance}.`)
  if (prior !== 'none' && eigenvalueRatio !== null)
    throw new RangeError('A prior and a bound on the eigenvalue ratio cannot both be asked for.')
  if (eigenvalueRatio !== null && !(eigenvalueRatio >= 1))
    throw new RangeError('The eigenvalue ratio must be at least 1.')
  const { dimension, total } = prepared
  const brake = createBrake(stopped)
  const shape = Float64Array.from(prepared.metric, (unit, j) => (unit / prepared.spread[j]) ** 2)
  const variances = Float64Array.from(shape, (_, j) => total[(j * (j + 3)) / 2])
  const { kind, value } = regularisation
  const sphericalRidge = kind === 'absolute' ? value : value * meanRatio(variances, shape)
  const ridge = variances.map((variance, j) =>
    isSpherical(covariance)
      ? sphericalRidge * shape[j]
      : kind === 'absolute'
        ? value * shape[j]
        : value * variance,
  )
  const reference = referenceFactor(total, ridge, brake)
  const referenceInverse = new Float64Array(reference.length)
  invertTriangular(reference, referenceInverse, dimension, 0, brake)
  const family = familyOf(covariance)
  return {
    covariance,
    family,
    components,
    dimension,
    noise: prepared.noise ?? null,
    total,
    reference,
    referenceInverse,
    extent: reference.reduce((sum, entry) => sum + entry * entry, 0),
    ridge,
    sphericalRidge,
    shape,
    prior: prior === 'none' ? null : createPriorSetting(covariance, components, prepared, shape),
    eigenvalueRatio,
    penalised: value > 0 || prior !== 'none',
    work: createWork(family, components, dimension, shape, brake),
  }
}

/** Whether every covariance is a multiple of the metric's: one variance per component, or one in all. */
export function isSpherical(covariance: CovarianceModel): boolean {
  return covariance === 'EII' || covariance === 'VII'
}

/** Whether all components have the same covariance. */
export function isShared(covariance: CovarianceModel): boolean {
  return covariance === 'EII' || covariance === 'EEI' || covariance === 'EEE'
}

/** A spherical model's variance that variances [d] amount to: the mean of variance over shape. */
export function meanRatio(variances: Float64Array, shape: Float64Array): number {
  let sum = 0
  for (let j = 0; j < shape.length; j++) sum += variances[j] / shape[j]
  return sum / shape.length
}

function referenceFactor(total: Float64Array, ridge: Float64Array, brake: Brake): Float64Array {
  const factor = total.slice()
  ridge.forEach((added, j) => (factor[(j * (j + 3)) / 2] += added))
  if (cholesky(factor, factor, ridge.length, 0, brake) < 0) return factor
  factor.fill(0)
  for (let j = 0; j < ridge.length; j++) {
    const at = (j * (j + 3)) / 2
    factor[at] = total[at] > 0 ? Math.sqrt(total[at]) : 1
  }
  return factor
}
