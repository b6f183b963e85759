import { addCongruence } from '../linalg/triangular.ts'
import type { Collapse } from './collapse.ts'
import { factorise } from './factorise.ts'
import type { Sums } from './kernel/sums.ts'
import type { Parameters } from './parameters.ts'
import { meanRatio, type Setting } from './setting.ts'

const FEWEST_ROWS = 1e-3

/**
 * The M-step (Dempster, Laird & Rubin 1977; Celeux & Govaert 1995): from the sums that a pass made at `from`, the next
 * parameters in `to`. In whitened coordinates: mean mu + L m/n, covariance L (C/n − m mᵀ/n²) Lᵀ. Returns what went wrong, or null.
 */
export function maximise(setting: Setting, sums: Sums, from: Parameters, to: Parameters): Collapse | null {
  const { components } = setting
  let rows = 0
  for (let k = 0; k < components; k++) {
    const count = sums.values[k * sums.length]
    if (!(count >= FEWEST_ROWS)) return { kind: 'collapse', component: k, cause: 'empty' }
    rows += count
  }
  for (let k = 0; k < components; k++) to.weights[k] = sums.values[k * sums.length] / rows
  if (setting.family === 'full') moveFull(setting, sums, from, to)
  else moveDiagonal(setting, sums, from, to)
  return factorise(setting, to)
}

function moveFull(setting: Setting, sums: Sums, from: Parameters, to: Parameters): void {
  const { components, dimension: d, covariance } = setting
  const { stride } = from
  const scratch = new Float64Array(d * d)
  const inner = new Float64Array(stride)
  const step = new Float64Array(d)
  to.covariances.fill(0)
  for (let k = 0; k < components; k++) {
    const at = k * sums.length
    const count = sums.values[at]
    for (let i = 0; i < d; i++) step[i] = sums.values[at + 1 + i] / count
    for (let i = 0, t = 0; i < d; i++) {
      for (let j = 0; j <= i; j++, t++) inner[t] = sums.values[at + 1 + d + t] / count - step[i] * step[j]
    }
    const factor = from.factors.subarray(k * stride, (k + 1) * stride)
    for (let i = 0; i < d; i++) {
      let shift = 0
      for (let j = 0; j <= i; j++) shift += factor[(i * (i + 1)) / 2 + j] * step[j]
      to.means[k * d + i] = from.means[k * d + i] + shift
    }
    const own = covariance === 'VVV'
    const target = own
      ? to.covariances.subarray(k * stride, (k + 1) * stride)
      : to.covariances.subarray(0, stride)
    addCongruence(factor, inner, own ? 1 : to.weights[k], target, scratch, d)
  }
  if (covariance === 'EEE') {
    for (let k = 1; k < components; k++) to.covariances.copyWithin(k * stride, 0, stride)
  }
  for (let k = 0; k < components; k++) {
    for (let j = 0; j < d; j++) {
      const at = k * stride + (j * (j + 3)) / 2
      to.covariances[at] += setting.ridge[j]
    }
  }
}

function moveDiagonal(setting: Setting, sums: Sums, from: Parameters, to: Parameters): void {
  const { components, dimension: d } = setting
  for (let k = 0; k < components; k++) {
    const at = k * sums.length
    const count = sums.values[at]
    for (let j = 0; j < d; j++) {
      const scale = from.factors[k * d + j]
      const step = sums.values[at + 1 + j] / count
      to.means[k * d + j] = from.means[k * d + j] + scale * step
      to.covariances[k * d + j] = (sums.values[at + 1 + d + j] / count - step * step) * scale * scale
    }
    const variances = to.covariances.subarray(k * d, (k + 1) * d)
    if (setting.covariance === 'VII') {
      const variance = meanRatio(variances, setting.shape) + setting.sphericalRidge
      for (let j = 0; j < d; j++) variances[j] = variance * setting.shape[j]
    } else {
      for (let j = 0; j < d; j++) variances[j] += setting.ridge[j]
    }
  }
}
