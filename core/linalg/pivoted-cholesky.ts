/** Rows and columns of a symmetric matrix in the order in which they were taken as pivots, and what these leave of the rest. */
export interface Pivoted {
  order: number[]
  /** How many were taken before nothing was left of the others. */
  rank: number
  /** Row i is of `order[i]` [d][d], lower triangular in its first `rank` columns. */
  factor: Float64Array[]
  /** What the pivots leave of the diagonal, in that order [d]. */
  left: Float64Array
}

/** Diagonal entries this close are taken as equal: the first of them is the pivot. */
const TIE = 1e-9

/**
 * Cholesky factorisation with diagonal pivoting (Higham 1990), ended where no more than `nothing` is left of any diagonal entry.
 * `matrix` [d][d] is symmetric and semi-definite, and is left as it is.
 */
export function pivotedCholesky(matrix: readonly Float64Array[], nothing: number): Pivoted {
  const size = matrix.length
  const order = matrix.map((_, j) => j)
  const factor = matrix.map(() => new Float64Array(size))
  const left = Float64Array.from(matrix, (row, i) => row[i])
  for (let k = 0; k < size; k++) {
    let best = k
    for (let i = k + 1; i < size; i++) if (left[i] > left[best] + TIE) best = i
    if (!(left[best] > nothing)) return { order, rank: k, factor, left }
    for (const list of [order, factor, left] as { [at: number]: unknown }[])
      [list[k], list[best]] = [list[best], list[k]]
    factor[k][k] = Math.sqrt(left[k])
    for (let i = k + 1; i < size; i++) {
      let sum = matrix[order[i]][order[k]]
      for (let m = 0; m < k; m++) sum -= factor[i][m] * factor[k][m]
      factor[i][k] = sum / factor[k][k]
      left[i] = Math.max(0, left[i] - factor[i][k] ** 2)
    }
  }
  return { order, rank: size, factor, left }
}

/** How row `at` of the order depends on the pivots: the solution of Lᵀ slopes = its row of the factor [rank]. */
export function slopesOn({ factor, rank }: Pivoted, at: number): number[] {
  const slopes = Array.from(factor[at].subarray(0, rank))
  for (let k = rank - 1; k >= 0; k--) {
    for (let m = k + 1; m < rank; m++) slopes[k] -= factor[m][k] * slopes[m]
    slopes[k] /= factor[k][k]
  }
  return slopes
}
