import { eigenSymmetric } from '../../linalg/eigen.ts'
import { countOf } from '../row-weights.ts'
import type { Prepared } from '../types.ts'
import { rowStart } from './sample.ts'

/** Points [rows × dimension] row-major. */
export interface Points {
  rows: number
  dimension: number
  values: Float64Array
}

const LEAST_SHARE = 1e-13

/**
 * The rows after the scaled singular value decomposition (Scrucca & Raftery 2015): X V D^(−1/2) of the columns X, centred and
 * divided by their standard deviations (divisor n − 1), with X = U D Vᵀ. Constant columns and directions without spread are
 * left out, so the dimension may be lower, down to 0. With weights, as if each row stood there as often as it weighs.
 */
export function scaledDirections(rows: Prepared): Points {
  const { columns, count: d } = standardColumns(rows)
  const weights = rows.weights?.values ?? null
  const n = rows.rows
  const products = new Float64Array(d * d)
  for (let a = 0; a < d; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0
      for (let i = 0; i < n; i++) sum += (weights?.[i] ?? 1) * columns[a * n + i] * columns[b * n + i]
      products[a * d + b] = products[b * d + a] = sum
    }
  }
  const { values: squares, vectors } = eigenSymmetric(products, d)
  const dimension = squares.filter((square) => square > LEAST_SHARE * squares[0]).length
  const values = new Float64Array(n * dimension)
  for (let t = 0; t < dimension; t++) {
    const unit = squares[t] ** -0.25
    for (let j = 0; j < d; j++) {
      const factor = vectors[t * d + j] * unit
      for (let i = 0; i < n; i++) values[i * dimension + t] += factor * columns[j * n + i]
    }
  }
  return { rows: n, dimension, values }
}

/** The columns that are not constant [count × n], each centred and divided by its standard deviation. */
function standardColumns(rows: Prepared): { columns: Float64Array; count: number } {
  const { rows: n, dimension, blocks, blockRows } = rows
  const weights = rows.weights?.values ?? null
  const total = countOf(rows)
  const columns = new Float64Array(n * dimension)
  let count = 0
  for (let j = 0; j < dimension; j++) {
    const column = columns.subarray(count * n, (count + 1) * n)
    let sum = 0
    for (let i = 0; i < n; i++)
      sum += (weights?.[i] ?? 1) * (column[i] = blocks[rowStart(rows, i) + j * blockRows])
    const mean = sum / total
    let squares = 0
    for (let i = 0; i < n; i++) squares += (weights?.[i] ?? 1) * (column[i] -= mean) ** 2
    const unit = Math.sqrt(squares / (total - 1))
    if (!(unit > 1e-12)) continue
    for (let i = 0; i < n; i++) column[i] /= unit
    count++
  }
  return { columns: columns.subarray(0, count * n), count }
}
