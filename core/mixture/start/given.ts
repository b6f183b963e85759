import type { Failure } from '../collapse.ts'
import type { Em } from '../em.ts'
import { factorise } from '../factorise.ts'
import type { Parameters } from '../parameters.ts'
import { isShared, isSpherical, meanRatio } from '../setting.ts'
import type { Mixture, Start } from '../types.ts'

/** A start the person supplied, into `to`. Labels and responsibilities are one M-step; parameters are taken as they are. */
export function givenStart(em: Em, start: Start, to: Parameters): Failure | null {
  const { components } = em.setting
  const { gaps } = em.rows
  const placeOf = (row: number) => (gaps === undefined ? row : gaps.order[row])
  switch (start.kind) {
    case 'labels':
      return em.begin((from, count, out, stride) => {
        for (let k = 0; k < components; k++) out.fill(0, k * stride, k * stride + count)
        for (let p = 0; p < count; p++) {
          const label = start.labels[placeOf(from + p)]
          if (label < components) out[label * stride + p] = 1
        }
      }, to)
    case 'responsibilities':
      return em.begin((from, count, out, stride) => {
        for (let p = 0; p < count; p++) {
          for (let k = 0; k < components; k++)
            out[k * stride + p] = start.responsibilities[placeOf(from + p) * components + k]
        }
      }, to)
    case 'parameters':
      return fromMixture(em, start.mixture, to)
  }
}

/**
 * Parameters in the columns' units, moved to the prepared ones. A covariance loses what the model cannot hold: its slopes in the
 * diagonal models, its shape in the spherical ones; in EII, EEI and EEE all are averaged by weight. In the other models the
 * covariances stand as they are for the first E-step, and the M-step that follows brings them into the model.
 */
function fromMixture(em: Em, mixture: Mixture, to: Parameters): Failure | null {
  const { setting, rows } = em
  const { components, dimension: d, family, covariance, shape } = setting
  to.weights.set(mixture.weights)
  for (let k = 0; k < components; k++) {
    for (let i = 0; i < d; i++) {
      to.means[k * d + i] = (mixture.means[k * d + i] - rows.centre[i]) / rows.spread[i]
      for (let j = family === 'full' ? 0 : i; j <= i; j++) {
        const at = k * to.stride + (family === 'full' ? (i * (i + 1)) / 2 + j : i)
        to.covariances[at] = mixture.covariances[(k * d + i) * d + j] / rows.spread[i] / rows.spread[j]
      }
    }
    if (isSpherical(covariance)) {
      const variances = to.covariances.subarray(k * d, (k + 1) * d)
      const variance = meanRatio(variances, shape)
      for (let j = 0; j < d; j++) variances[j] = variance * shape[j]
    }
  }
  if (isShared(covariance)) averageCovariances(to)
  return factorise(setting, to)
}

function averageCovariances(to: Parameters): void {
  const { components, stride, weights, covariances } = to
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  for (let t = 0; t < stride; t++) {
    const first = covariances[t]
    let sum = 0
    for (let k = 0; k < components; k++) sum += weights[k] * (covariances[k * stride + t] - first)
    for (let k = 0; k < components; k++) covariances[k * stride + t] = first + sum / total
  }
}
