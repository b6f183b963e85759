import { spend, type Brake } from '../../linalg/brake.ts'
import { eigenSymmetric } from '../../linalg/eigen.ts'
import type { Work } from './work.ts'

/** Below this part of the largest eigenvalue the others are rounding. */
const NULL = 1e-13

/**
 * A component of d rows or fewer has no variance along two or more of its axes, which are then anything at right angles to the rest:
 * rounding would choose them, and with them what the component takes next. They become the principal axes there of all components'
 * scatter, largest first, which do not depend on units or order. `values` [d] falling and `axes` [d × d] of one component.
 */
export function settleNullAxes(
  values: Float64Array,
  axes: Float64Array,
  own: readonly Float64Array[],
  { brake, counts }: Work,
  d: number,
): void {
  const first = values.findIndex((value) => !(value > NULL * values[0]))
  const left = d - first
  if (first < 0 || left < 2) return
  const pooled = new Float64Array(d * d)
  own.forEach((matrix, k) => {
    for (let t = 0; t < pooled.length; t++) pooled[t] += counts[k] * matrix[t]
  })
  const free = axes.slice(first * d)
  const { vectors } = eigenSymmetric(within(pooled, free, left, d, brake), left, brake)
  for (let a = 0; a < left; a++) {
    if (spend(brake, left * d)) return
    for (let j = 0; j < d; j++) {
      let sum = 0
      for (let b = 0; b < left; b++) sum += vectors[a * left + b] * free[b * d + j]
      axes[(first + a) * d + j] = sum
    }
  }
}

/** F S Fᵀ for axes as rows of F [left × d]. */
function within(
  matrix: Float64Array,
  axes: Float64Array,
  left: number,
  d: number,
  brake: Brake,
): Float64Array {
  const out = new Float64Array(left * left)
  const half = new Float64Array(d)
  for (let a = 0; a < left; a++) {
    if (spend(brake, d * (d + a))) break
    half.fill(0)
    for (let i = 0; i < d; i++) {
      const weight = axes[a * d + i]
      for (let j = 0; j < d; j++) half[j] += weight * matrix[i * d + j]
    }
    for (let b = 0; b <= a; b++) {
      let sum = 0
      for (let j = 0; j < d; j++) sum += half[j] * axes[b * d + j]
      out[a * left + b] = out[b * left + a] = sum
    }
  }
  return out
}
