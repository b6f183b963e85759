import { eigenSymmetric } from '../linalg/eigen.ts'
import { leadingEigenvectors } from '../linalg/leading.ts'
import { columnCentre, columnSpread } from '../mixture/column.ts'
import type { Projection } from './projection.ts'

/** Columns up to which Jacobi's method takes some milliseconds; its time grows with their cube. */
const FEW_COLUMNS = 50

/**
 * The plane of the first two principal components of the standardised columns (Pearson 1901), over the rows without a
 * missing value. Units of the plane: standard deviations. The sign of each axis makes its largest loading positive. A constant
 * column has no part in it; with one column the second axis is zero. Time grows with rows × d²: of a large table, give a sample.
 */
export function principalPlane(columns: readonly Float64Array[]): Projection {
  const d = columns.length
  const rows = completeRows(columns)
  const origin = new Float64Array(d)
  const spread = new Float64Array(d)
  const scores = columns.map((column, j) => {
    const values = new Float64Array(rows.length)
    for (let i = 0; i < rows.length; i++) values[i] = column[rows[i]]
    const centre = (origin[j] = columnCentre(values))
    const unit = (spread[j] = columnSpread(values, centre))
    for (let i = 0; i < values.length; i++) values[i] = unit > 0 ? (values[i] - centre) / unit : 0
    return values
  })
  const correlation = new Float64Array(d * d)
  for (let a = 0; a < d; a++) {
    for (let b = 0; b <= a; b++)
      correlation[a * d + b] = correlation[b * d + a] = meanProduct(scores[a], scores[b])
  }

  const vectors =
    d <= FEW_COLUMNS ? eigenSymmetric(correlation, d).vectors : leadingEigenvectors(correlation, d, 2)
  const basis = new Float64Array(2 * d)
  for (let axis = 0; axis < Math.min(2, d); axis++) {
    const vector = vectors.subarray(axis * d, (axis + 1) * d)
    const largest = vector.reduce(
      (best, value) => (Math.abs(value) > Math.abs(best) + 1e-12 ? value : best),
      0,
    )
    const sign = largest < 0 ? -1 : 1
    for (let j = 0; j < d; j++) if (spread[j] > 0) basis[axis * d + j] = (sign * vector[j]) / spread[j]
  }
  return { basis, origin }
}

function completeRows(columns: readonly Float64Array[]): Uint32Array {
  const total = columns[0]?.length ?? 0
  const rows = new Uint32Array(total)
  let count = 0
  for (let i = 0; i < total; i++) {
    let complete = true
    for (let j = 0; j < columns.length && complete; j++) complete = Number.isFinite(columns[j][i])
    if (complete) rows[count++] = i
  }
  return rows.subarray(0, count)
}

function meanProduct(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let i = 0; i < left.length; i++) sum += left[i] * right[i]
  return left.length > 0 ? sum / left.length : 0
}
