/** Inverse of a packed lower triangular matrix with non-zero diagonal, itself packed lower triangular. */
export function invertTriangular(factor: Float64Array, inverse: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    const row = (i * (i + 1)) / 2
    const diagonal = 1 / factor[row + i]
    for (let j = 0; j < i; j++) {
      let sum = 0
      for (let t = j; t < i; t++) sum += factor[row + t] * inverse[(t * (t + 1)) / 2 + j]
      inverse[row + j] = -sum * diagonal
    }
    inverse[row + i] = diagonal
  }
}

/**
 * Congruence L G Lᵀ of a packed symmetric G by packed lower triangular L, added with a weight to the packed `target`.
 * `scratch` holds size² numbers.
 */
export function addCongruence(
  factor: Float64Array,
  inner: Float64Array,
  weight: number,
  target: Float64Array,
  scratch: Float64Array,
  size: number,
): void {
  for (let i = 0; i < size; i++) {
    const row = (i * (i + 1)) / 2
    for (let j = 0; j < size; j++) {
      let sum = 0
      for (let t = 0; t <= i; t++) {
        sum += factor[row + t] * (t >= j ? inner[(t * (t + 1)) / 2 + j] : inner[(j * (j + 1)) / 2 + t])
      }
      scratch[i * size + j] = sum
    }
  }
  for (let i = 0, at = 0; i < size; i++) {
    for (let j = 0; j <= i; j++, at++) {
      const other = (j * (j + 1)) / 2
      let sum = 0
      for (let t = 0; t <= j; t++) sum += scratch[i * size + t] * factor[other + t]
      target[at] += weight * sum
    }
  }
}
