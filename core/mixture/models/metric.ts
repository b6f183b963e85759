import { spend } from '../../linalg/brake.ts'
import type { Parameters } from '../parameters.ts'
import type { Setting } from '../setting.ts'

/** A component's covariance in the units of the metric, but for a common factor: a full row-major matrix [d × d]. */
export function metricCovariance(setting: Setting, parameters: Parameters, component: number): Float64Array {
  const { dimension: d, work } = setting
  const { units } = work
  const square = new Float64Array(d * d)
  for (let i = 0, at = component * parameters.stride; i < d; i++) {
    for (let j = 0; j <= i; j++, at++) {
      const value = parameters.covariances[at] / units[i] / units[j]
      square[i * d + j] = value
      square[j * d + i] = value
    }
  }
  return square
}

/**
 * Makes a component's covariance Σ_j values[at + j] × axis_j axis_jᵀ, from unit axes as rows [d × d] and variances along them in
 * the units of `metricCovariance`.
 */
export function setFromAxes(
  setting: Setting,
  to: Parameters,
  component: number,
  axes: Float64Array,
  values: Float64Array,
  at = 0,
): void {
  const { dimension: d, work } = setting
  const { units, step: sums } = work
  for (let i = 0, place = component * to.stride; i < d; i++) {
    if (spend(work.brake, i * d)) return
    sums.fill(0, 0, i + 1)
    for (let t = 0; t < d; t++) {
      const weight = values[at + t] * axes[t * d + i]
      for (let j = 0; j <= i; j++) sums[j] += weight * axes[t * d + j]
    }
    for (let j = 0; j <= i; j++, place++) to.covariances[place] = sums[j] * units[i] * units[j]
  }
}
