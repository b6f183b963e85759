import type { Parameters } from '../parameters.ts'
import type { Setting } from '../setting.ts'

/** VII: one variance per component, tr W_k / (n_k d), in the units of the metric. */
export function spheres(setting: Setting, _: Parameters, to: Parameters): void {
  for (let k = 0; k < setting.components; k++) setSphere(setting, to, k, ownVariance(setting, to, k))
}

/** EII: one variance for all components, Σ tr W_k / (n d), in the units of the metric. */
export function equalSpheres(setting: Setting, _: Parameters, to: Parameters): void {
  const { components, work } = setting
  let variance = 0
  for (let k = 0; k < components; k++) variance += (work.counts[k] / work.rows) * ownVariance(setting, to, k)
  for (let k = 0; k < components; k++) setSphere(setting, to, k, variance)
}

/** The mean of a component's variances over the metric's. */
export function ownVariance({ dimension: d, shape }: Setting, to: Parameters, component: number): number {
  let sum = 0
  for (let j = 0; j < d; j++) sum += to.covariances[component * d + j] / shape[j]
  return sum / d
}

/** Makes a component's covariance a sphere of this variance in the units of the metric. */
export function setSphere(
  { dimension: d, shape }: Setting,
  to: Parameters,
  component: number,
  variance: number,
): void {
  for (let j = 0; j < d; j++) to.covariances[component * d + j] = variance * shape[j]
}
