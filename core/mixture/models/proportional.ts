import { spend, type Brake } from '../../linalg/brake.ts'
import { cholesky } from '../../linalg/cholesky.ts'
import { invertTriangular } from '../../linalg/triangular.ts'
import type { Parameters } from '../parameters.ts'
import type { Setting } from '../setting.ts'
import type { Work } from './work.ts'

const SETTLED = 1e-14
const MOST_ROUNDS = 5000
/** A volume below this part of the pooled one is rounding: the component has no shape to tell, and its volume is 0. */
const NO_VOLUME = 1e-14

/** VEI: S_k = lambda_k A with A diagonal and common. */
export function proportionalDiagonals(setting: Setting, _: Parameters, to: Parameters): void {
  fitProportional(setting.work, to.covariances, setting.dimension)
}

/**
 * Replaces diagonals B_k [K × d] by lambda_k A that maximise the expected log-likelihood: A = Σ n_k B_k / lambda_k, scaled to
 * |A| = 1, and lambda_k = tr(B_k A⁻¹) / d in turn. In ln lambda the aim is convex, so there is one maximum.
 */
export function fitProportional(work: Work, diagonals: Float64Array, d: number): void {
  const { brake, counts, rows, volumes } = work
  const components = counts.length
  const common = new Float64Array(d)
  volumes.fill(1)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (spend(brake, 2 * components * d)) return
    common.fill(0)
    for (let k = 0; k < components; k++) {
      if (volumes[k] === 0) continue
      const weight = counts[k] / rows / volumes[k]
      for (let j = 0; j < d; j++) common[j] += weight * diagonals[k * d + j]
    }
    const scale = normalise(common)
    let moved = 0
    for (let k = 0; k < components; k++) {
      if (volumes[k] === 0) continue
      let volume = 0
      for (let j = 0; j < d; j++) volume += diagonals[k * d + j] / common[j]
      volume /= d
      if (round === 0 && volume < NO_VOLUME * scale) volume = 0
      moved = Math.max(moved, Math.abs(volume / volumes[k] - 1))
      volumes[k] = volume
    }
    if (!(moved > SETTLED * d)) break
  }
  for (let k = 0; k < components; k++) {
    for (let j = 0; j < d; j++) diagonals[k * d + j] = volumes[k] * common[j]
  }
}

/** VEE: S_k = lambda_k C with C common: C = Σ W_k / lambda_k, scaled to |C| = 1, and lambda_k = tr(W_k C⁻¹) / (n_k d) in turn. */
export function proportionalMatrices(setting: Setting, _: Parameters, to: Parameters): void {
  const { components, dimension: d, work } = setting
  const { stride, covariances } = to
  const { counts, rows, volumes, pooled, inner, triangle, brake } = work
  volumes.fill(1)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (spend(brake, 2 * components * stride)) return
    pooled.fill(0)
    for (let k = 0; k < components; k++) {
      if (volumes[k] === 0) continue
      const weight = counts[k] / rows / volumes[k]
      for (let t = 0, at = k * stride; t < stride; t++, at++) pooled[t] += weight * covariances[at]
    }
    if (cholesky(pooled, inner, d, 0, brake) >= 0) break
    let log = 0
    for (let j = 0; j < d; j++) log += 2 * Math.log(inner[(j * (j + 3)) / 2])
    const scale = Math.exp(log / d)
    invertTriangular(inner, triangle, d, 0, brake)
    inverseFrom(triangle, inner, d, brake)
    let moved = 0
    for (let k = 0; k < components; k++) {
      if (volumes[k] === 0) continue
      let volume = 0
      for (let i = 0, t = 0, at = k * stride; i < d; i++) {
        for (let j = 0; j <= i; j++, t++, at++) volume += (i === j ? 1 : 2) * inner[t] * covariances[at]
      }
      volume *= scale / d
      if (round === 0 && volume < NO_VOLUME * scale) volume = 0
      moved = Math.max(moved, Math.abs(volume / volumes[k] - 1))
      volumes[k] = volume
    }
    for (let t = 0; t < stride; t++) pooled[t] /= scale
    if (!(moved > SETTLED * d)) break
  }
  for (let k = 0; k < components; k++) {
    for (let t = 0, at = k * stride; t < stride; t++, at++) covariances[at] = volumes[k] * pooled[t]
  }
}

/** Scales to |A| = 1, by logarithms. Returns what it was divided by. */
function normalise(diagonal: Float64Array): number {
  let sum = 0
  for (const value of diagonal) sum += Math.log(value)
  const scale = Math.exp(sum / diagonal.length)
  for (let j = 0; j < diagonal.length; j++) diagonal[j] /= scale
  return scale
}

/** Uᵀ U, packed, from packed lower triangular U. */
function inverseFrom(whitener: Float64Array, inverse: Float64Array, d: number, brake: Brake): void {
  for (let i = 0, row = 0; i < d; row += ++i) {
    for (let j = 0; j <= i; j++) inverse[row + j] = 0
  }
  for (let t = 0, from = 0; t < d; from += ++t) {
    if (spend(brake, (t * t) / 2)) return
    for (let i = 0, row = 0; i <= t; row += ++i) {
      const weight = whitener[from + i]
      for (let j = 0; j <= i; j++) inverse[row + j] += weight * whitener[from + j]
    }
  }
}
