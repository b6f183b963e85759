import type { Parameters } from '../parameters.ts'
import type { Setting } from '../setting.ts'

/** EEE and EEI: the covariance of all components is Σ W_k / n. */
export function pool({ components, work }: Setting, _: Parameters, to: Parameters): void {
  const { stride, covariances } = to
  const { counts, rows, pooled } = work
  pooled.fill(0)
  for (let k = 0; k < components; k++) {
    const share = counts[k] / rows
    for (let t = 0, at = k * stride; t < stride; t++, at++) pooled[t] += share * covariances[at]
  }
  shareCovariance(to, pooled)
}

/** Gives every component this covariance [stride]. */
export function shareCovariance(
  { components, stride, covariances }: Parameters,
  covariance: Float64Array,
): void {
  for (let k = 0, at = 0; k < components; k++) {
    for (let t = 0; t < stride; t++, at++) covariances[at] = covariance[t]
  }
}
