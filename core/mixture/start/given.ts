import type { Failure } from '../collapse.ts'
import type { Em } from '../em.ts'
import { factorise } from '../factorise.ts'
import type { Parameters } from '../parameters.ts'
import { isShared, isSpherical, meanRatio } from '../setting.ts'
import type { Mixture, Start } from '../types.ts'
import { NOISE_SHARE, withNoise } from './noise.ts'

/** What rounding may leave of 1. */
const ROUNDING = 1e-9

/**
 * A start the person supplied, into `to`. Labels and responsibilities are one M-step; parameters are taken as they are. Labels and
 * responsibilities that leave no row to noise get theirs as any other start does: EM never gives a share to noise that has none.
 */
export function givenStart(em: Em, start: Start, to: Parameters): Failure | null {
  const failure = asGiven(em, start, to)
  const { noise, components } = em.setting
  if (failure !== null || noise === null || start.kind === 'parameters') return failure
  return to.weights[components] > ROUNDING ? null : withNoise(em, to)
}

function asGiven(em: Em, start: Start, to: Parameters): Failure | null {
  const { components, noise } = em.setting
  const { gaps } = em.rows
  const placeOf = (row: number) => (gaps === undefined ? row : gaps.order[row])
  switch (start.kind) {
    case 'labels':
      return em.begin((from, count, out, stride) => {
        const parts = components + Number(noise !== null)
        for (let k = 0; k < parts; k++) out.fill(0, k * stride, k * stride + count)
        for (let p = 0; p < count; p++) {
          const label = start.labels[placeOf(from + p)]
          if (label < components) out[label * stride + p] = 1
          else if (noise !== null) out[components * stride + p] = 1
        }
      }, to)
    case 'responsibilities':
      return em.begin((from, count, out, stride) => {
        for (let p = 0; p < count; p++) {
          let left = 1
          for (let k = 0; k < components; k++)
            left -= out[k * stride + p] = start.responsibilities[placeOf(from + p) * components + k]
          if (noise !== null) out[components * stride + p] = left > ROUNDING ? left : 0
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
  shareOut(mixture, to)
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

/** Weights that sum to 1, of a mixture that may have noise where the fit has none, or none where it has. */
function shareOut(mixture: Mixture, to: Parameters): void {
  to.weights.set(mixture.weights)
  if (to.noise === (mixture.noise !== undefined)) {
    if (mixture.noise !== undefined) to.weights[to.components] = mixture.noise.weight
    return
  }
  const left = to.noise ? 1 - NOISE_SHARE : 1
  const sum = mixture.weights.reduce((total, weight) => total + weight, 0)
  for (let k = 0; k < to.components; k++) to.weights[k] *= left / sum
  if (to.noise) to.weights[to.components] = NOISE_SHARE
}

function averageCovariances(to: Parameters): void {
  const { components, stride, weights, covariances } = to
  let total = 0
  for (let k = 0; k < components; k++) total += weights[k]
  for (let t = 0; t < stride; t++) {
    const first = covariances[t]
    let sum = 0
    for (let k = 0; k < components; k++) sum += weights[k] * (covariances[k * stride + t] - first)
    for (let k = 0; k < components; k++) covariances[k * stride + t] = first + sum / total
  }
}
