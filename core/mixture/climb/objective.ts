import type { PriorSetting } from '../models/prior.ts'
import type { Parameters } from '../parameters.ts'
import { isShared, isSpherical, type Setting } from '../setting.ts'

const SHRINKAGE = 0.01

/**
 * What ridge and prior take from the log-likelihood to make the objective that EM then climbs, up to a constant; 0 without either.
 * Ridge R: ½ n Σ w tr(S⁻¹ R). Prior (Fraley & Raftery 2007): minus the logarithm of its density at the parameters, less what the
 * M-step leaves out.
 */
export function penalty(setting: Setting, parameters: Parameters, rows: number): number {
  const { components, prior, ridge } = setting
  let sum = 0
  for (let k = 0; k < components; k++)
    sum += rows * parameters.weights[k] * diagonalTrace(parameters, k, ridge)
  if (prior !== null) sum += priorPenalty(setting, prior, parameters)
  return sum / 2
}

function priorPenalty(setting: Setting, prior: PriorSetting, parameters: Parameters): number {
  const { components, dimension: d, covariance, shape } = setting
  const volumeWeight = logWeight(setting, prior)
  let sum = 0
  for (let k = 0; k < components; k++) {
    sum += SHRINKAGE * meanDistance(parameters, k)
    if (k > 0 && isShared(covariance)) continue
    const logVolume = 2 * (Math.log(parameters.weights[k]) - parameters.offsets[k])
    sum += volumeWeight * logVolume
    if (covariance === 'EII' && d > 1) continue
    sum += isSpherical(covariance)
      ? (prior.variance / d) * diagonalTrace(parameters, k, shape)
      : scaleTrace(parameters, k, prior.scale)
  }
  return sum
}

/** How often ln |S| counts: what the M-step's divisor has besides the rows. */
function logWeight({ covariance, components: K, dimension: d }: Setting, { freedom }: PriorSetting): number {
  switch (covariance) {
    case 'EII':
      return (freedom + K * d + 2) / d
    case 'VII':
      return (freedom + d + 2) / d
    case 'EEI':
      return freedom + (d === 1 ? K : 0) + 2
    case 'EEE':
      return freedom + d + 1 + K
    case 'VVI':
      return freedom + 3
    default:
      return freedom + d + 2
  }
}

/** tr(S⁻¹ D) for a diagonal D [d]. */
function diagonalTrace(
  { family, dimension: d, stride, whiteners }: Parameters,
  k: number,
  diagonal: Float64Array,
) {
  let trace = 0
  for (let i = 0; i < d; i++) {
    const row = k * stride + (family === 'full' ? (i * (i + 1)) / 2 : 0)
    for (let j = family === 'full' ? 0 : i; j <= i; j++) trace += whiteners[row + j] ** 2 * diagonal[j]
  }
  return trace
}

/** tr(S⁻¹ M) for a matrix stored as the family's covariances are. */
function scaleTrace(
  { family, dimension: d, stride, whiteners }: Parameters,
  k: number,
  matrix: Float64Array,
) {
  let trace = 0
  for (let i = 0; i < d; i++) {
    if (family === 'diagonal') {
      trace += whiteners[k * stride + i] ** 2 * matrix[i]
      continue
    }
    const row = k * stride + (i * (i + 1)) / 2
    for (let a = 0; a <= i; a++) {
      for (let b = 0; b <= a; b++)
        trace += (a === b ? 1 : 2) * whiteners[row + a] * whiteners[row + b] * matrix[(a * (a + 1)) / 2 + b]
    }
  }
  return trace
}

/** μᵀ S⁻¹ μ: the prior's mean is that of all rows, zero. */
function meanDistance({ family, dimension: d, stride, whiteners, means }: Parameters, k: number) {
  let sum = 0
  for (let i = 0; i < d; i++) {
    const row = k * stride + (family === 'full' ? (i * (i + 1)) / 2 : 0)
    let white = 0
    for (let j = family === 'full' ? 0 : i; j <= i; j++) white += whiteners[row + j] * means[k * d + j]
    sum += white * white
  }
  return sum
}
