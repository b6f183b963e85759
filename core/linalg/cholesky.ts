import { spend, type Brake } from './brake.ts'

const SMALLEST_PIVOT = 1e-14

/**
 * Cholesky factor L of a packed symmetric matrix, S = L Lᵀ, written packed into `factor` (which may be `matrix`); both stand
 * at `at` in their arrays. Returns −1, or the index of the first pivot that is not above 1e-14 of its diagonal entry: the matrix
 * is then singular to working precision and `factor` is not to be used. Returns −1 early where the brake is pulled.
 */
export function cholesky(
  matrix: Float64Array,
  factor: Float64Array,
  size: number,
  at = 0,
  brake: Brake | null = null,
): number {
  for (let i = 0, row = at; i < size; row += ++i) {
    if (brake !== null && spend(brake, (i * i) / 2)) return -1
    const diagonal = matrix[row + i]
    for (let j = 0, other = at; j <= i; other += ++j) {
      let sum = matrix[row + j]
      for (let t = 0; t < j; t++) sum -= factor[row + t] * factor[other + t]
      if (j < i) factor[row + j] = sum / factor[other + j]
      else if (!(sum > SMALLEST_PIVOT * diagonal) || !(sum < Infinity)) return i
      else factor[row + i] = Math.sqrt(sum)
    }
  }
  return -1
}
