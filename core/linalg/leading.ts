import { createRandom } from '../random/random.ts'
import { eigenSymmetric } from './eigen.ts'

const GUARDS = 6
const MOST_ITERATIONS = 40
const SETTLED = 1e-9

/**
 * The eigenvectors of the `count` largest eigenvalues, as unit rows [count × size], of a symmetric positive semidefinite
 * row-major matrix [size × size], by subspace iteration with six guard vectors (Rutishauser 1969): O(size²) each time round, at
 * most 40 times. Eigenvalues that hardly differ may leave their vectors turned into each other.
 */
export function leadingEigenvectors(matrix: Float64Array, size: number, count: number): Float64Array {
  const width = Math.min(size, count + GUARDS)
  const random = createRandom(1)
  let vectors = Float64Array.from({ length: width * size }, () => random.normal())
  orthonormalise(vectors, width, size)
  let before = new Float64Array(count)
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    const image = times(vectors, matrix, width, size)
    const small = new Float64Array(width * width)
    for (let a = 0; a < width; a++) {
      for (let b = 0; b <= a; b++)
        small[a * width + b] = small[b * width + a] = product(image, a, vectors, b, size)
    }
    const { values, vectors: turn } = eigenSymmetric(small, width)
    vectors = times(turn, image, width, size)
    orthonormalise(vectors, width, size)
    const found = values.slice(0, count)
    if (found.every((value, i) => Math.abs(value - before[i]) <= SETTLED * value)) break
    before = found
  }
  return vectors.slice(0, count * size)
}

/** left [width × inner] by right [inner × size], where inner = left.length / width. */
function times(
  left: Float64Array,
  right: Float64Array,
  width: number,
  size: number,
): Float64Array<ArrayBuffer> {
  const inner = left.length / width
  const out = new Float64Array(width * size)
  for (let a = 0; a < width; a++) {
    for (let t = 0; t < inner; t++) {
      const weight = left[a * inner + t]
      for (let j = 0; j < size; j++) out[a * size + j] += weight * right[t * size + j]
    }
  }
  return out
}

/** Gram and Schmidt, twice over so that nearly parallel rows come out orthogonal; a row that vanishes stays zero. */
function orthonormalise(vectors: Float64Array, width: number, size: number): void {
  for (let a = 0; a < width; a++) {
    for (let pass = 0; pass < 2; pass++) {
      for (let b = 0; b < a; b++) {
        const shared = product(vectors, a, vectors, b, size)
        for (let j = 0; j < size; j++) vectors[a * size + j] -= shared * vectors[b * size + j]
      }
      const length = Math.sqrt(product(vectors, a, vectors, a, size))
      for (let j = 0; j < size; j++) vectors[a * size + j] = length > 0 ? vectors[a * size + j] / length : 0
    }
  }
}

function product(left: Float64Array, a: number, right: Float64Array, b: number, size: number): number {
  let sum = 0
  for (let j = 0; j < size; j++) sum += left[a * size + j] * right[b * size + j]
  return sum
}
