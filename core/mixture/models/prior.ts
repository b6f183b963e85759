import { packedLength } from '../../linalg/packed.ts'
import type { Parameters } from '../parameters.ts'
import { countOf } from '../row-weights.ts'
import type { Setting } from '../setting.ts'
import type { CovarianceModel, Prepared } from '../types.ts'
import { shareCovariance } from './pooled.ts'
import { ownVariance, setSphere } from './spherical.ts'

/** How many rows the prior's mean counts for. */
const SHRINKAGE = 0.01

/** The conjugate prior of a restart, in the prepared units; its mean is that of all rows, zero. */
export interface PriorSetting {
  /** Scale matrix [stride]. */
  scale: Float64Array
  /** The mean of its diagonal over the metric's: the scale of the spherical models. */
  variance: number
  /** Degrees of freedom. */
  freedom: number
}

/**
 * The normal inverse Wishart (or inverse gamma) prior of Fraley & Raftery (2007) with the defaults of mclust's `priorControl`: the
 * mean of all rows, shrinkage 0.01, d + 2 degrees of freedom, scale S / K^(2/d) with S the covariance of the rows (divisor n − 1;
 * its diagonal where n ≤ d), or in the spherical and diagonal models the mean variance, in the units of the metric.
 */
export function createPriorSetting(
  covariance: CovarianceModel,
  components: number,
  prepared: Prepared,
  shape: Float64Array,
): PriorSetting {
  const { dimension: d, total } = prepared
  const rows = countOf(prepared)
  const shrink = (rows / Math.max(1, rows - 1)) * components ** (-2 / d)
  let variance = 0
  for (let j = 0; j < d; j++) variance += (shrink * total[(j * (j + 3)) / 2]) / shape[j] / d
  if (covariance !== 'EEE' && covariance !== 'VVV')
    return { scale: shape.map((unit) => unit * variance), variance, freedom: d + 2 }
  const scale = new Float64Array(packedLength(d))
  for (let i = 0, at = 0; i < d; i++) {
    for (let j = 0; j <= i; j++, at++) scale[at] = i === j || rows > d ? total[at] * shrink : 0
  }
  return { scale, variance, freedom: d + 2 }
}

/**
 * The M-step's maximum a posteriori in the model, from each component's own mean m_k and covariance W_k / n_k in `to`. With
 * kappa the shrinkage and mu the prior's mean, W_k gains kappa n_k / (kappa + n_k) (m_k − mu)(m_k − mu)ᵀ, the scale is added, and the
 * divisor is as in mclust's code. With several columns that differs from the paper in EII, where it leaves out the scale, and in
 * EEI, where the divisor lacks K and the means stay as they are.
 */
export function applyPrior(setting: Setting, prior: PriorSetting, to: Parameters): void {
  for (let k = 0; k < setting.components; k++) shrinkMean(setting, to, k)
  const { components: K, dimension: d, covariance, work } = setting
  const { rows } = work
  const { freedom } = prior
  switch (covariance) {
    case 'EII':
      return pooledSphere(setting, prior, freedom + (rows + K) * d + 2, to)
    case 'VII':
      return ownSpheres(setting, prior, to)
    case 'EEI':
      return pooledScale(setting, prior, freedom + rows + (d === 1 ? K : 0) + 2, to)
    case 'EEE':
      return pooledScale(setting, prior, freedom + rows + d + 1 + K, to)
    case 'VVI':
      return ownScales(setting, prior, freedom + 3, to)
    case 'VVV':
      return ownScales(setting, prior, freedom + d + 2, to)
    default:
      throw new RangeError(`The covariance model ${covariance} has no conjugate prior.`)
  }
}

/** Moves a mean towards zero, the mean of all rows, and puts what that costs into the covariance. */
function shrinkMean({ covariance, dimension: d, family, work }: Setting, to: Parameters, k: number): void {
  const keep = work.counts[k] / (work.counts[k] + SHRINKAGE)
  const gain = SHRINKAGE / (work.counts[k] + SHRINKAGE)
  for (let i = 0, at = k * to.stride; i < d; i++) {
    for (let j = family === 'full' ? 0 : i; j <= i; j++, at++)
      to.covariances[at] += gain * to.means[k * d + i] * to.means[k * d + j]
  }
  if (covariance === 'EEI' && d > 1) return
  for (let i = 0; i < d; i++) to.means[k * d + i] *= keep
}

function ownScales({ components, work }: Setting, prior: PriorSetting, more: number, to: Parameters): void {
  for (let k = 0; k < components; k++) {
    const count = work.counts[k]
    for (let t = 0, at = k * to.stride; t < to.stride; t++, at++)
      to.covariances[at] = (prior.scale[t] + count * to.covariances[at]) / (count + more)
  }
}

function pooledScale(
  { components, work }: Setting,
  prior: PriorSetting,
  divisor: number,
  to: Parameters,
): void {
  const { pooled, counts } = work
  pooled.set(prior.scale)
  for (let k = 0; k < components; k++) {
    for (let t = 0, at = k * to.stride; t < to.stride; t++, at++) pooled[t] += counts[k] * to.covariances[at]
  }
  for (let t = 0; t < to.stride; t++) pooled[t] /= divisor
  shareCovariance(to, pooled)
}

function ownSpheres(setting: Setting, prior: PriorSetting, to: Parameters): void {
  const { components, dimension: d, work } = setting
  for (let k = 0; k < components; k++) {
    const count = work.counts[k]
    const divisor = prior.freedom + (count + 1) * d + 2
    setSphere(setting, to, k, (prior.variance + count * d * ownVariance(setting, to, k)) / divisor)
  }
}

function pooledSphere(setting: Setting, prior: PriorSetting, divisor: number, to: Parameters): void {
  const { components, dimension: d, work } = setting
  let sum = d === 1 ? prior.variance : 0
  for (let k = 0; k < components; k++) sum += work.counts[k] * d * ownVariance(setting, to, k)
  for (let k = 0; k < components; k++) setSphere(setting, to, k, sum / divisor)
}
