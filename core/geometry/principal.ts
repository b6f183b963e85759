import { eigenSymmetric } from '../linalg/eigen.ts'
import type { Projection } from './projection.ts'

const MOST_PRODUCTS = 2e8

/**
 * The plane of the first two principal components of the standardised columns (Pearson 1901), over the rows without a
 * missing value; very large tables are read at a regular step. Units of the plane: standard deviations. The sign of each axis
 * makes its largest loading positive. A constant column has no part in it; with one column the second axis is zero.
 */
export function principalPlane(columns: readonly Float64Array[]): Projection {
  const d = columns.length
  const total = columns[0]?.length ?? 0
  const step = Math.max(1, Math.ceil((total * d * d) / MOST_PRODUCTS))
  const rows: number[] = []
  for (let i = 0; i < total; i += step)
    if (columns.every((column) => Number.isFinite(column[i]))) rows.push(i)

  const origin = Float64Array.from(columns, (column) => meanOf(column, rows))
  const spread = Float64Array.from(columns, (column, j) => spreadOf(column, rows, origin[j]))
  const correlation = new Float64Array(d * d)
  for (let a = 0; a < d; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0
      if (spread[a] > 0 && spread[b] > 0) {
        for (const i of rows) {
          sum += ((columns[a][i] - origin[a]) / spread[a]) * ((columns[b][i] - origin[b]) / spread[b])
        }
      }
      correlation[a * d + b] = correlation[b * d + a] = rows.length > 0 ? sum / rows.length : 0
    }
  }

  const { vectors } = eigenSymmetric(correlation, d)
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

function meanOf(column: Float64Array, rows: number[]): number {
  if (rows.length === 0) return 0
  const shift = column[rows[0]]
  let sum = 0
  for (const i of rows) sum += column[i] - shift
  return shift + sum / rows.length
}

function spreadOf(column: Float64Array, rows: number[], mean: number): number {
  let sum = 0
  for (const i of rows) sum += (column[i] - mean) ** 2
  return rows.length > 0 ? Math.sqrt(sum / rows.length) : 0
}
