import { spend, type Brake } from './brake.ts'

/**
 * Inverse of a packed lower triangular matrix with non-zero diagonal, itself packed; both stand at `at` in their arrays. Left
 * unfinished where the brake is pulled.
 */
export function invertTriangular(
  factor: Float64Array,
  inverse: Float64Array,
  size: number,
  at = 0,
  brake: Brake | null = null,
): void {
  for (let i = 0, row = at; i < size; row += ++i) {
    if (brake !== null && spend(brake, (i * i) / 2)) return
    const diagonal = 1 / factor[row + i]
    for (let j = 0; j < i; j++) inverse[row + j] = 0
    // Row by row, so that every inner loop runs along a row.
    for (let t = 0, other = at; t < i; other += ++t) {
      const weight = factor[row + t] * diagonal
      for (let j = 0; j <= t; j++) inverse[row + j] -= weight * inverse[other + j]
    }
    inverse[row + i] = diagonal
  }
}

/**
 * Congruence L G Lᵀ of a packed symmetric G by packed lower triangular L, added with a weight to the packed `target`. L stands
 * at `factorAt`, the target at `targetAt`, G at 0 in its array. `scratch` holds d(d + 1)/2 numbers. Left unfinished where
 * the brake is pulled.
 */
export function addCongruence(
  factor: Float64Array,
  factorAt: number,
  inner: Float64Array,
  weight: number,
  target: Float64Array,
  targetAt: number,
  scratch: Float64Array,
  size: number,
  brake: Brake | null = null,
): void {
  // With G = H + Hᵀ, H lower triangular with half the diagonal, and P = L H: L G Lᵀ = P Lᵀ + L Pᵀ, half the work.
  for (let i = 0, row = 0; i < size; row += ++i) {
    if (brake !== null && spend(brake, (i * i) / 2)) return
    for (let j = 0; j <= i; j++) scratch[row + j] = 0
    for (let t = 0, other = 0; t <= i; other += ++t) {
      const entry = factor[factorAt + row + t]
      for (let j = 0; j < t; j++) scratch[row + j] += entry * inner[other + j]
      scratch[row + t] += 0.5 * entry * inner[other + t]
    }
  }
  for (let i = 0, row = 0; i < size; row += ++i) {
    if (brake !== null && spend(brake, i * i)) return
    for (let j = 0, other = 0; j <= i; other += ++j) {
      let sum = 0
      for (let t = 0; t <= j; t++) {
        sum +=
          scratch[row + t] * factor[factorAt + other + t] + factor[factorAt + row + t] * scratch[other + t]
      }
      target[targetAt + row + j] += weight * sum
    }
  }
}
