import { addCongruence } from '../../linalg/triangular.ts'
import type { Sums } from '../kernel/sums.ts'
import type { Parameters } from '../parameters.ts'
import type { Setting } from '../setting.ts'

/**
 * Means and scatter of every component, from the sums that a pass made at `from`: in whitened coordinates the mean is
 * mu + L m/n and the covariance L (C/n − m mᵀ/n²) Lᵀ. Leaves W_k / n_k, each component's own covariance about its new mean, in
 * `to.covariances`; prepared units. Reads the counts in `setting.work`.
 */
export function scatter(setting: Setting, sums: Sums, from: Parameters, to: Parameters): void {
  if (setting.family === 'full') scatterFull(setting, sums, from, to)
  else scatterDiagonal(setting, sums, from, to)
}

function scatterFull(
  { components, dimension: d, work }: Setting,
  sums: Sums,
  from: Parameters,
  to: Parameters,
): void {
  const { brake, inner, step, triangle, counts } = work
  const { values, length } = sums
  const { stride, factors } = from
  to.covariances.fill(0)
  for (let k = 0; k < components; k++) {
    const first = k * length + 1
    const second = first + d
    const base = k * stride
    const inverse = 1 / counts[k]
    for (let i = 0; i < d; i++) step[i] = values[first + i] * inverse
    for (let i = 0, row = 0; i < d; row += ++i) {
      let shift = 0
      for (let j = 0; j <= i; j++) {
        inner[row + j] = values[second + row + j] * inverse - step[i] * step[j]
        shift += factors[base + row + j] * step[j]
      }
      to.means[k * d + i] = from.means[k * d + i] + shift
    }
    addCongruence(factors, base, inner, 1, to.covariances, base, triangle, d, brake)
    if (brake.pulled) return
  }
}

function scatterDiagonal(
  { components, dimension: d, work }: Setting,
  sums: Sums,
  from: Parameters,
  to: Parameters,
): void {
  const { values, length } = sums
  for (let k = 0; k < components; k++) {
    const first = k * length + 1
    const inverse = 1 / work.counts[k]
    for (let j = 0, at = k * d; j < d; j++, at++) {
      const scale = from.factors[at]
      const step = values[first + j] * inverse
      to.means[at] = from.means[at] + scale * step
      to.covariances[at] = (values[first + d + j] * inverse - step * step) * scale * scale
    }
  }
}
