import { eigenSymmetric } from '../linalg/eigen.ts'
import type { Parameters } from './parameters.ts'
import type { Setting } from './setting.ts'

/** Whether component k's smallest whitened eigenvalue is below `limit`; decided by a bound where that suffices. */
export function isNarrow(
  setting: Setting,
  parameters: Parameters,
  component: number,
  limit: number,
): boolean {
  // For A = R⁻¹L the smallest eigenvalue of A Aᵀ is at least 1 / |A⁻¹|², Frobenius.
  if (1 / inverseNorm(setting, parameters, component) >= limit) return false
  return smallestWhitenedEigenvalue(setting, parameters, component) < limit
}

/** Smallest eigenvalue of R⁻¹ S R⁻ᵀ for the covariance S of a component and R Rᵀ that of all rows: free of units. */
function smallestWhitenedEigenvalue(setting: Setting, parameters: Parameters, component: number): number {
  const { dimension: d, referenceInverse } = setting
  const whitened = new Float64Array(d * d)
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) {
      let sum = 0
      for (let t = j; t <= i; t++)
        sum +=
          referenceInverse[(i * (i + 1)) / 2 + t] * entry(parameters.factors, parameters, component, t, j)
      whitened[i * d + j] = sum
    }
  }
  const square = new Float64Array(d * d)
  for (let i = 0; i < d; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let t = 0; t <= j; t++) sum += whitened[i * d + t] * whitened[j * d + t]
      square[i * d + j] = square[j * d + i] = sum
    }
  }
  return Math.max(0, eigenSymmetric(square, d).values[d - 1])
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
