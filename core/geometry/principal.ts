import { eigenSymmetric } from '../linalg/eigen.ts'
import { leadingEigenvectors } from '../linalg/leading.ts'
import type { Projection } from './projection.ts'
import { correlationOf, directionOverColumns, standardScores } from './standard-scores.ts'

/** Columns up to which Jacobi's method takes some milliseconds; its time grows with their cube. */
const FEW_COLUMNS = 50

/**
 * The plane of two principal components of the standardised columns (Pearson 1901), over the rows without a missing value;
 * `ranks` counts them from 1, the first two by default. Units of the plane: standard deviations. The sign of each axis makes its
 * largest loading positive. A constant column has no part in it; an axis beyond the number of columns is zero. Time grows with
 * rows × d²: of a large table, give a sample.
 */
export function principalPlane(
  columns: readonly Float64Array[],
  ranks: readonly [number, number] = [1, 2],
): Projection {
  const d = columns.length
  const { origin, spread, scores } = standardScores(columns)
  const vectors = principalDirections(correlationOf(scores), d, Math.max(...ranks))
  const basis = new Float64Array(2 * d)
  ranks.forEach((rank, axis) => {
    if (rank <= d)
      basis.set(directionOverColumns(vectors.subarray((rank - 1) * d, rank * d), spread), axis * d)
  })
  return { basis, origin }
}

/** The eigenvectors of the largest eigenvalues of a symmetric matrix [d × d], as unit rows; at least `count` of them. */
export function principalDirections(matrix: Float64Array, d: number, count: number): Float64Array {
  return d <= FEW_COLUMNS
    ? eigenSymmetric(matrix, d).vectors
    : leadingEigenvectors(matrix, d, Math.min(d, count))
}
