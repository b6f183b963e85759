import type { Random } from '../../random/random.ts'
import type { Mixture } from '../types.ts'

/**
 * For tests: EM under missing at random as the textbook has it (Ghahramani & Jordan 1994), row by row in the columns' own units, with
 * general inverses by elimination. It shares no code with what it is to check.
 */
export interface Textbook {
  weights: number[]
  means: number[][]
  covariances: number[][][]
}

/** The observed-data log-likelihood of rows [n][d], NaN where missing. */
export function textbookLogLikelihood(rows: number[][], model: Textbook): number {
  return rows.reduce((sum, row) => sum + rowDensity(row, model).log, 0)
}

/** Responsibilities of a row, and the logarithm of its density. */
export function rowDensity(row: number[], model: Textbook): { log: number; shares: number[] } {
  const has = present(row)
  const terms = model.weights.map((weight, k) => {
    const [inverse, determinant] = invert(pick(model.covariances[k], has, has))
    const gap = has.map((j) => row[j] - model.means[k][j])
    const square = dot(gap, times(inverse, gap))
    return Math.log(weight) - (has.length * Math.log(2 * Math.PI) + Math.log(determinant) + square) / 2
  })
  const most = Math.max(...terms)
  const sum = terms.reduce((total, term) => total + Math.exp(term - most), 0)
  return { log: most + Math.log(sum), shares: terms.map((term) => Math.exp(term - most) / sum) }
}

/** One iteration. `diagonal`: covariances keep their diagonal alone. */
export function textbookStep(rows: number[][], model: Textbook, diagonal: boolean): Textbook {
  const d = model.means[0].length
  const shares = rows.map((row) => rowDensity(row, model).shares)
  const parts = model.weights.map((_, k) => {
    const completed = rows.map((row) => complete(row, model.means[k], model.covariances[k]))
    const held = shares.reduce((sum, share) => sum + share[k], 0)
    const mean = zeros(d).map(
      (_, j) => completed.reduce((sum, { row }, i) => sum + shares[i][k] * row[j], 0) / held,
    )
    const covariance = zeros(d).map((_, a) =>
      zeros(d).map((_, b) => {
        if (diagonal && a !== b) return 0
        const sum = completed.reduce(
          (total, { row, spread }, i) =>
            total + shares[i][k] * ((row[a] - mean[a]) * (row[b] - mean[b]) + spread[a][b]),
          0,
        )
        return sum / held
      }),
    )
    return { weight: held / rows.length, mean, covariance }
  })
  return {
    weights: parts.map(({ weight }) => weight),
    means: parts.map(({ mean }) => mean),
    covariances: parts.map(({ covariance }) => covariance),
  }
}

/** A row with its conditional mean where it is missing, and the conditional covariance, zero where it is not. */
function complete(row: number[], mean: number[], covariance: number[][]) {
  const has = present(row)
  const lacks = row.flatMap((value, j) => (Number.isNaN(value) ? [j] : []))
  const filled = [...row]
  const spread = row.map(() => zeros(row.length))
  const [inverse] = invert(pick(covariance, has, has))
  const across = pick(covariance, lacks, has)
  const gap = has.map((j) => row[j] - mean[j])
  lacks.forEach((j, a) => {
    const weights = times(inverse, across[a])
    filled[j] = mean[j] + dot(weights, gap)
    lacks.forEach((i, b) => (spread[j][i] = covariance[j][i] - dot(weights, across[b])))
  })
  return { row: filled, spread }
}

export function textbookOf({ components, dimension: d, weights, means, covariances }: Mixture): Textbook {
  const each = Array.from({ length: components }, (_, k) => k)
  return {
    weights: [...weights],
    means: each.map((k) => [...means.subarray(k * d, (k + 1) * d)]),
    covariances: each.map((k) =>
      zeros(d).map((_, i) => [...covariances.subarray((k * d + i) * d, (k * d + i + 1) * d)]),
    ),
  }
}

export function mixtureOf({ weights, means, covariances }: Textbook): Mixture {
  return {
    components: weights.length,
    dimension: means[0].length,
    weights: Float64Array.from(weights),
    means: Float64Array.from(means.flat()),
    covariances: Float64Array.from(covariances.flat(2)),
  }
}

/** Two correlated clouds in three columns; each cell of the last two is missing with this chance, a row's first value never. */
export function gappyRows(random: Random, rows: number, chance: number): number[][] {
  return Array.from({ length: rows }, (_, i) => {
    const side = i % 3 === 0 ? 1 : -1
    const a = 2 * side + random.normal()
    const b = a * 0.8 + side + 0.6 * random.normal()
    const c = side * 1.5 - 0.5 * b + random.normal()
    return [a, random.next() < chance ? NaN : b, random.next() < chance ? NaN : 100 + 20 * c]
  })
}

/** Columns of rows [n][d]. */
export const columnsOf = (rows: number[][]): Float64Array[] =>
  rows[0].map((_, j) => Float64Array.from(rows, (row) => row[j]))

const zeros = (length: number) => new Array<number>(length).fill(0)
const present = (row: number[]) => row.flatMap((value, j) => (Number.isNaN(value) ? [] : [j]))
const pick = (matrix: number[][], rows: number[], columns: number[]) =>
  rows.map((i) => columns.map((j) => matrix[i][j]))
const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0)
const times = (matrix: number[][], vector: number[]) => matrix.map((row) => dot(row, vector))

/** Inverse and determinant, by Gauss and Jordan's elimination with pivots. */
function invert(matrix: number[][]): [number[][], number] {
  const n = matrix.length
  const work = matrix.map((row, i) => [...row, ...zeros(n).map((_, j) => (i === j ? 1 : 0))])
  let determinant = 1
  for (let c = 0; c < n; c++) {
    let pivot = c
    for (let r = c; r < n; r++) if (Math.abs(work[r][c]) > Math.abs(work[pivot][c])) pivot = r
    if (pivot !== c) {
      ;[work[c], work[pivot]] = [work[pivot], work[c]]
      determinant = -determinant
    }
    determinant *= work[c][c]
    work[c] = work[c].map((value) => value / work[c][c])
    for (let r = 0; r < n; r++) {
      if (r === c) continue
      const factor = work[r][c]
      work[r] = work[r].map((value, j) => value - factor * work[c][j])
    }
  }
  return [work.map((row) => row.slice(n)), determinant]
}
