import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../random/random.ts'
import { cholesky } from './cholesky.ts'
import { eigenSymmetric } from './eigen.ts'
import { leadingEigenvectors } from './leading.ts'
import { unpack } from './packed.ts'
import { addCongruence, invertTriangular } from './triangular.ts'

const matrices = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    entries: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
      minLength: size * size,
      maxLength: size * size,
    }),
  }),
)

function positiveDefinite(entries: number[], size: number): Float64Array {
  const packed = new Float64Array((size * (size + 1)) / 2)
  for (let i = 0, at = 0; i < size; i++) {
    for (let j = 0; j <= i; j++, at++) {
      packed[at] = i === j ? 0.5 : 0
      for (let t = 0; t < size; t++) packed[at] += entries[i * size + t] * entries[j * size + t]
    }
  }
  return packed
}

describe('linear algebra', () => {
  it('multiplies Cholesky factors back to the matrix, and the inverse factor whitens it', () => {
    fc.assert(
      fc.property(matrices, ({ size, entries }) => {
        const matrix = positiveDefinite(entries, size)
        const factor = new Float64Array(matrix.length)
        const inverse = new Float64Array(matrix.length)
        expect(cholesky(matrix, factor, size)).toBe(-1)
        invertTriangular(factor, inverse, size)
        const identity = unpack(matrix, size).map((_, i) => (i % (size + 1) === 0 ? 1 : 0))
        const one = Float64Array.from({ length: matrix.length }, (_, at) => unpackedDiagonal(at, size))
        const scratch = new Float64Array(matrix.length)
        const back = new Float64Array(matrix.length)
        addCongruence(factor, 0, one, 1, back, 0, scratch, size)
        back.forEach((value, i) => expect(value).toBeCloseTo(matrix[i], 9))
        const white = new Float64Array(matrix.length)
        addCongruence(inverse, 0, matrix, 1, white, 0, scratch, size)
        unpack(white, size).forEach((value, i) => expect(value).toBeCloseTo(identity[i], 8))
      }),
      { numRuns: 60, seed: 1 },
    )
  })

  it('names the first pivot that is zero to working precision, whatever the scale', () => {
    for (const scale of [1e-24, 1, 1e24]) {
      const singular = Float64Array.of(1, 2, 4, 3, 6, 9).map((value) => value * scale)
      expect(cholesky(singular, new Float64Array(6), 3)).toBe(1)
    }
    expect(cholesky(Float64Array.of(0), new Float64Array(1), 1)).toBe(0)
    expect(cholesky(Float64Array.of(NaN), new Float64Array(1), 1)).toBe(0)
  })

  it('finds orthonormal eigenvectors that give the matrix back, largest eigenvalue first', () => {
    fc.assert(
      fc.property(matrices, ({ size, entries }) => {
        const matrix = unpack(positiveDefinite(entries, size), size)
        const { values, vectors } = eigenSymmetric(matrix, size)
        for (let i = 0; i < size; i++) {
          if (i > 0) expect(values[i - 1]).toBeGreaterThanOrEqual(values[i])
          for (let j = 0; j < size; j++) {
            let product = 0
            let back = 0
            for (let t = 0; t < size; t++) {
              product += vectors[i * size + t] * vectors[j * size + t]
              back += values[t] * vectors[t * size + i] * vectors[t * size + j]
            }
            expect(product).toBeCloseTo(i === j ? 1 : 0, 10)
            expect(back).toBeCloseTo(matrix[i * size + j], 8)
          }
        }
      }),
      { numRuns: 60, seed: 2 },
    )
  })

  it('finds the leading eigenvectors alone as with all the others', () => {
    const random = createRandom(8)
    for (const size of [3, 20, 60]) {
      const matrix = new Float64Array(size * size)
      for (const weight of [9, 4, 1]) {
        const factor = Float64Array.from({ length: size }, () => random.normal())
        matrix.forEach((_, at) => (matrix[at] += weight * factor[Math.floor(at / size)] * factor[at % size]))
      }
      const all = eigenSymmetric(matrix, size).vectors
      const leading = leadingEigenvectors(matrix, size, 2)
      expect(leading).toHaveLength(2 * size)
      for (let axis = 0; axis < 2; axis++) {
        let product = 0
        for (let j = axis * size; j < (axis + 1) * size; j++) product += all[j] * leading[j]
        expect(Math.abs(product)).toBeCloseTo(1, 8)
      }
    }
    expect(leadingEigenvectors(new Float64Array(9), 3, 2).every((value) => value === 0)).toBe(true)
  })
})

function unpackedDiagonal(at: number, size: number): number {
  for (let i = 0; i < size; i++) if ((i * (i + 3)) / 2 === at) return 1
  return 0
}
