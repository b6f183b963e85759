import { eigenSymmetric } from '../../linalg/eigen.ts'
import type { Parameters } from '../parameters.ts'
import type { Setting } from '../setting.ts'
import { metricCovariance, setFromAxes } from './metric.ts'
import type { AxesAim } from './pair-angle.ts'
import { columnAxes, commonAxes, type AxesFound } from './rotation.ts'

const MOST_COLUMNS_FOR_EVERY_START = 12

/** VVE: common axes D that minimise Σ n_k ln |diag(Dᵀ W_k D)| (Flury & Gautschi 1986), own variances along them. */
export function commonAxesOwnVariances(setting: Setting, from: Parameters, to: Parameters): void {
  const { components, dimension: d } = setting
  const { axes, variances } = bestAxes(setting, 'volumes', from, to)
  for (let k = 0; k < components; k++) setFromAxes(setting, to, k, axes, variances, k * d)
}

/** EVE: common axes D that minimise Σ |diag(Dᵀ W_k D)|^(1/d) (Browne & McNicholas 2014), own shapes, one volume. */
export function commonAxesEqualVolumes(setting: Setting, from: Parameters, to: Parameters): void {
  const { components, dimension: d, work } = setting
  const { axes, variances } = bestAxes(setting, 'shapes', from, to)
  let common = 0
  for (let k = 0; k < components; k++) {
    let log = 0
    for (let j = 0; j < d; j++) log += Math.log(variances[k * d + j])
    work.volumes[k] = Math.exp(log / d)
    if (work.volumes[k] > 0) common += (work.counts[k] / work.rows) * work.volumes[k]
  }
  for (let k = 0; k < components; k++) {
    for (let j = 0; j < d; j++) variances[k * d + j] *= common / work.volumes[k]
    setFromAxes(setting, to, k, axes, variances, k * d)
  }
}

/**
 * The best common axes reached from several starts: those of `from` (so that the log-likelihood never falls), the columns, the
 * axes of the pooled covariance and, with few columns, those of each component. With two columns any start leads to the best.
 */
function bestAxes(setting: Setting, aim: AxesAim, from: Parameters, to: Parameters): AxesFound {
  const { components, dimension: d, work } = setting
  const own = Array.from({ length: components }, (_, k) => metricCovariance(setting, to, k))
  const starts: Float64Array[] = []
  if (d > 2) {
    starts.push(columnAxes(d), pooledAxes(own, work.counts, d))
    if (d <= MOST_COLUMNS_FOR_EVERY_START)
      starts.push(...own.map((matrix) => eigenSymmetric(matrix, d).vectors))
  }
  let best = commonAxes(own, work.counts, previousAxes(setting, from), aim, d)
  for (const start of starts) {
    const found = commonAxes(own, work.counts, start, aim, d)
    if (found.aim < best.aim) best = found
  }
  return best
}

/** The axes that the covariances of `from` share; the columns where it has none yet. */
function previousAxes(setting: Setting, from: Parameters): Float64Array {
  const { components, dimension: d } = setting
  const before = Array.from({ length: components }, (_, k) => metricCovariance(setting, from, k))
  if (!before.every((matrix) => matrix[0] > 0)) return columnAxes(d)
  return pooledAxes(before, from.weights, d)
}

function pooledAxes(matrices: readonly Float64Array[], weights: Float64Array, d: number): Float64Array {
  const sum = new Float64Array(d * d)
  matrices.forEach((matrix, k) => {
    for (let t = 0; t < sum.length; t++) sum[t] += weights[k] * matrix[t]
  })
  return eigenSymmetric(sum, d).vectors
}
