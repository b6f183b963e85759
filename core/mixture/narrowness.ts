import { cholesky } from '../linalg/cholesky.ts'
import { packedLength } from '../linalg/packed.ts'
import type { Parameters } from './parameters.ts'
import type { Setting } from './setting.ts'

/**
 * Whether the smallest eigenvalue of R⁻¹ S R⁻ᵀ is below `limit`, for the covariance S of a component and R Rᵀ that of all rows:
 * free of units. Decided by a bound where that suffices.
 */
export function isNarrow(
  setting: Setting,
  parameters: Parameters,
  component: number,
  limit: number,
): boolean {
  // For A = R⁻¹L the smallest eigenvalue of A Aᵀ is at least 1 / |A⁻¹|², Frobenius, and |L⁻¹R| ≤ |L⁻¹| |R|.
  if (1 / (whitenerNorm(parameters, component) * setting.extent) >= limit) return false
  if (1 / inverseNorm(setting, parameters, component) >= limit) return false
  const { dimension: d } = setting
  const whitened = whitenedFactor(setting, parameters, component)
  const excess = new Float64Array(packedLength(d))
  for (let i = 0, at = 0; i < d; i++) {
    for (let j = 0; j <= i; j++, at++) {
      let sum = i === j ? -limit : 0
      for (let t = 0; t <= j; t++) sum += whitened[i * d + t] * whitened[j * d + t]
      excess[at] = sum
    }
  }
  // A Aᵀ − limit I is positive definite just where every eigenvalue is above the limit.
  return cholesky(excess, excess, d) >= 0
}

function whitenerNorm({ whiteners, stride }: Parameters, component: number): number {
  let norm = 0
  for (let at = component * stride; at < (component + 1) * stride; at++) norm += whiteners[at] * whiteners[at]
  return norm
}

/** R⁻¹L, lower triangular in a square [d × d]. */
function whitenedFactor(setting: Setting, parameters: Parameters, component: number): Float64Array {
  const { dimension: d, referenceInverse } = setting
  const whitened = new Float64Array(d * d)
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let t = j; t <= i; t++)
        sum +=
          referenceInverse[(i * (i + 1)) / 2 + t] * entry(parameters.factors, parameters, component, t, j)
      whitened[i * d + j] = sum
    }
  }
  return whitened
}

function inverseNorm(setting: Setting, parameters: Parameters, component: number): number {
  const { dimension: d, reference } = setting
  let norm = 0
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0
      const least = parameters.family === 'full' ? j : i
      for (let t = least; t <= i; t++) {
        sum += entry(parameters.whiteners, parameters, component, i, t) * reference[(t * (t + 1)) / 2 + j]
      }
      norm += sum * sum
    }
  }
  return norm
}

function entry(
  triangles: Float64Array,
  parameters: Parameters,
  component: number,
  i: number,
  j: number,
): number {
  const base = component * parameters.stride
  if (parameters.family === 'full') return triangles[base + (i * (i + 1)) / 2 + j]
  return i === j ? triangles[base + i] : 0
}
