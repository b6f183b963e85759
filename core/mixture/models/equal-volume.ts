import { cholesky } from '../../linalg/cholesky.ts'
import type { Parameters } from '../parameters.ts'
import type { Setting } from '../setting.ts'

/** EVV and EVI: S_k = lambda W_k / |W_k|^(1/d) with lambda = Σ |W_k|^(1/d) / n; of W_k its diagonal alone in EVI. */
export function equalVolumes(setting: Setting, _: Parameters, to: Parameters): void {
  const { components, work } = setting
  const { stride, covariances } = to
  const { counts, rows, volumes } = work
  let common = 0
  for (let k = 0; k < components; k++) {
    volumes[k] = ownVolume(setting, to, k)
    if (volumes[k] > 0) common += (counts[k] / rows) * volumes[k]
  }
  for (let k = 0; k < components; k++) {
    const scale = common / volumes[k]
    for (let t = 0, at = k * stride; t < stride; t++, at++) covariances[at] *= scale
  }
}

/** |S|^(1/d), by logarithms; NaN where S is singular. */
function ownVolume({ dimension: d, family, work }: Setting, to: Parameters, component: number): number {
  const { stride, covariances } = to
  const base = component * stride
  let sum = 0
  if (family === 'diagonal') {
    for (let j = 0; j < d; j++) sum += Math.log(covariances[base + j])
    return Math.exp(sum / d)
  }
  const { inner } = work
  for (let t = 0; t < stride; t++) inner[t] = covariances[base + t]
  if (cholesky(inner, inner, d, 0, work.brake) >= 0) return NaN
  for (let j = 0; j < d; j++) sum += 2 * Math.log(inner[(j * (j + 3)) / 2])
  return Math.exp(sum / d)
}
