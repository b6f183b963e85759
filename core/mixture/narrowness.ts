import { spend, type Brake } from '../linalg/brake.ts'
import { cholesky } from '../linalg/cholesky.ts'
import { packedLength } from '../linalg/packed.ts'
import type { Parameters } from './parameters.ts'
import type { Setting } from './setting.ts'

/**
 * Whether the smallest eigenvalue of R⁻¹ S R⁻ᵀ is below `limit`, for the covariance S of a component and R Rᵀ that of all rows:
 * free of units. Decided by a bound where that suffices. Of no use where the brake is pulled.
 */
export function isNarrow(
  setting: Setting,
  parameters: Parameters,
  component: number,
  limit: number,
  brake: Brake | null = null,
): boolean {
  // For A = R⁻¹L the smallest eigenvalue of A Aᵀ is at least 1 / |A⁻¹|², Frobenius, and |L⁻¹R| ≤ |L⁻¹| |R|.
  if (1 / (whitenerNorm(parameters, component) * setting.extent) >= limit) return false
  if (1 / inverseNorm(setting, parameters, component, brake) >= limit) return false
  const { dimension: d } = setting
  const whitened = whitenedFactor(setting, parameters, component, brake)
  const excess = new Float64Array(packedLength(d))
  for (let i = 0, at = 0; i < d; i++) {
    if (brake !== null && spend(brake, (i * i) / 2)) break
    for (let j = 0; j <= i; j++, at++) {
      let sum = i === j ? -limit : 0
      for (let t = 0; t <= j; t++) sum += whitened[i * d + t] * whitened[j * d + t]
      excess[at] = sum
    }
  }
  // A Aᵀ − limit I is positive definite just where every eigenvalue is above the limit.
  return cholesky(excess, excess, d, 0, brake) >= 0
}

function whitenerNorm({ whiteners, stride }: Parameters, component: number): number {
  let norm = 0
  for (let at = component * stride; at < (component + 1) * stride; at++) norm += whiteners[at] * whiteners[at]
  return norm
}

/** R⁻¹L, lower triangular in a square [d × d]. */
function whitenedFactor(
  setting: Setting,
  parameters: Parameters,
  component: number,
  brake: Brake | null,
): Float64Array {
  const { dimension: d, referenceInverse } = setting
  const { factors, stride, family } = parameters
  const base = component * stride
  const whitened = new Float64Array(d * d)
  for (let i = 0; i < d; i++) {
    if (brake !== null && spend(brake, (i * i) / 2)) break
    const row = (i * (i + 1)) / 2
    for (let t = 0, other = base; t <= i; other += ++t) {
      const weight = referenceInverse[row + t]
      if (family === 'diagonal') whitened[i * d + t] = weight * factors[base + t]
      else for (let j = 0; j <= t; j++) whitened[i * d + j] += weight * factors[other + j]
    }
  }
  return whitened
}

function inverseNorm(
  setting: Setting,
  parameters: Parameters,
  component: number,
  brake: Brake | null,
): number {
  const { dimension: d, reference, work } = setting
  const { whiteners, stride, family } = parameters
  const base = component * stride
  const sums = work.step
  let norm = 0
  for (let i = 0; i < d; i++) {
    if (brake !== null && spend(brake, (i * i) / 2)) break
    const row = base + (i * (i + 1)) / 2
    sums.fill(0, 0, i + 1)
    for (let t = family === 'full' ? 0 : i; t <= i; t++) {
      const weight = family === 'full' ? whiteners[row + t] : whiteners[base + i]
      const other = (t * (t + 1)) / 2
      for (let j = 0; j <= t; j++) sums[j] += weight * reference[other + j]
    }
    for (let j = 0; j <= i; j++) norm += sums[j] * sums[j]
  }
  return norm
}
