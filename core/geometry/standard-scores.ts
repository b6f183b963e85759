import { columnCentre, columnSpread } from '../mixture/column.ts'

export interface StandardScores {
  /** Rows without a missing value, by their place in the columns. */
  rows: Uint32Array
  /** [d] mean of each column over those rows. */
  origin: Float64Array
  /** [d] standard deviation, divisor n; 0 for a constant column. */
  spread: Float64Array
  /** [d][rows] in standard deviations from the mean; zeros for a constant column. */
  scores: Float64Array[]
}

/** Columns in standard deviations from their means, over the rows without a missing value. */
export function standardScores(columns: readonly Float64Array[]): StandardScores {
  const rows = completeRows(columns)
  const origin = new Float64Array(columns.length)
  const spread = new Float64Array(columns.length)
  const scores = columns.map((column, j) => {
    const values = new Float64Array(rows.length)
    for (let i = 0; i < rows.length; i++) values[i] = column[rows[i]]
    const centre = (origin[j] = columnCentre(values))
    const unit = (spread[j] = columnSpread(values, centre))
    for (let i = 0; i < values.length; i++) values[i] = unit > 0 ? (values[i] - centre) / unit : 0
    return values
  })
  return { rows, origin, spread, scores }
}

/** Mean products of scores [d × d] row-major: their correlations. */
export function correlationOf(scores: readonly Float64Array[]): Float64Array {
  const d = scores.length
  const correlation = new Float64Array(d * d)
  for (let a = 0; a < d; a++) {
    for (let b = 0; b <= a; b++)
      correlation[a * d + b] = correlation[b * d + a] = meanProduct(scores[a], scores[b])
  }
  return correlation
}

/** A direction over scores as one over the columns, its sign such that the largest loading is positive; constant columns have no part. */
export function directionOverColumns(direction: Float64Array, spread: Float64Array): Float64Array {
  const largest = direction.reduce(
    (best, value) => (Math.abs(value) > Math.abs(best) + 1e-12 ? value : best),
    0,
  )
  const sign = largest < 0 ? -1 : 1
  return direction.map((value, j) => (spread[j] > 0 ? (sign * value) / spread[j] : 0))
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
