import { cholesky } from '../linalg/cholesky.ts'
import { eigenSymmetric } from '../linalg/eigen.ts'
import { packedLength } from '../linalg/packed.ts'
import { principalDirections } from './principal.ts'
import type { Projection } from './projection.ts'
import { correlationOf, directionOverColumns, standardScores } from './standard-scores.ts'

export interface DiscriminantPlane extends Projection {
  /** How many of the two axes are discriminants; the others are the widest directions uncorrelated with them within clusters. */
  discriminants: 0 | 1 | 2
}

/** Added to the within-cluster variance of each standardised column, so that one constant within every cluster has a direction too. */
const RIDGE = 1e-8
/** Between-cluster over within-cluster variance below which a direction separates nothing. */
const NOTHING = 1e-10

/**
 * The plane that separates labelled rows most: the first two linear discriminants (Fisher 1936; Rao 1948), the directions of
 * the largest between-cluster variance over pooled within-cluster variance, over the rows without a missing value. K clusters
 * have K − 1 discriminants; where there are fewer than two, the widest directions uncorrelated with them within clusters stand in
 * (the widest two for one cluster). Units of the plane: pooled within-cluster standard deviations, so that an average cluster
 * is round. Signs, constant columns and one column: as in `principalPlane`.
 *
 * @param labels 0-based cluster of each row of the columns, below `clusters`; rows of others are left out.
 */
export function discriminantPlane(
  columns: readonly Float64Array[],
  labels: Uint8Array,
  clusters: number,
): DiscriminantPlane {
  const d = columns.length
  const labelled = columns.map((column) => column.map((value, i) => (labels[i] < clusters ? value : NaN)))
  const { rows, origin, spread, scores } = standardScores(labelled)
  const of = Uint8Array.from(rows, (row) => labels[row])
  const total = correlationOf(scores)
  const { between, within } = parted(scores, of, clusters, total)
  const found = discriminants(between, within, d)
  const directions = [...found]
  while (directions.length < Math.min(2, d)) directions.push(widest(total, within, directions, d))
  const basis = new Float64Array(2 * d)
  directions.forEach((direction, axis) => {
    const unit = Math.sqrt(quadratic(within, direction, d))
    const scaled = unit > 0 ? direction.map((value) => value / unit) : direction
    basis.set(directionOverColumns(scaled, spread), axis * d)
  })
  return { basis, origin, discriminants: found.length as 0 | 1 | 2 }
}

/** Root weighted means of the clusters [clusters][d], whose products sum to the between scatter, and the within scatter [d × d]. */
function parted(scores: readonly Float64Array[], of: Uint8Array, clusters: number, total: Float64Array) {
  const d = scores.length
  const sizes = new Float64Array(clusters)
  for (const label of of) sizes[label]++
  const between = Array.from({ length: clusters }, () => new Float64Array(d))
  scores.forEach((column, j) => {
    for (let i = 0; i < column.length; i++) between[of[i]][j] += column[i]
  })
  between.forEach((sums, k) => {
    const scale = sizes[k] > 0 ? 1 / Math.sqrt(sizes[k] * of.length) : 0
    for (let j = 0; j < d; j++) sums[j] *= scale
  })
  const within = total.slice()
  for (const mean of between) {
    for (let a = 0; a < d; a++) for (let b = 0; b < d; b++) within[a * d + b] -= mean[a] * mean[b]
  }
  for (let j = 0; j < d; j++) within[j * d + j] = Math.max(0, within[j * d + j]) + RIDGE
  return { between, within }
}

/** With W = L Lᵀ, the eigenvectors of L⁻¹ B L⁻ᵀ, which come from the K × K products of the whitened means. */
function discriminants(between: readonly Float64Array[], within: Float64Array, d: number): Float64Array[] {
  const factor = new Float64Array(packedLength(d))
  for (let i = 0, at = 0; i < d; i++) for (let j = 0; j <= i; j++) factor[at++] = within[i * d + j]
  const packed = factor.slice()
  for (let ridge = RIDGE; cholesky(packed, factor, d) >= 0; ridge *= 10)
    for (let i = 0; i < d; i++) packed[(i * (i + 3)) / 2] += ridge
  const whitened = between.map((mean) => solveLower(factor, mean, d))
  const count = whitened.length
  const products = new Float64Array(count * count)
  for (let a = 0; a < count; a++)
    for (let b = 0; b < count; b++) products[a * count + b] = dot(whitened[a], whitened[b])
  const { values, vectors } = eigenSymmetric(products, count)
  return Array.from({ length: Math.min(2, d, count) }, (_, rank) => rank)
    .filter((rank) => values[rank] > NOTHING)
    .map((rank) => {
      const direction = new Float64Array(d)
      whitened.forEach((mean, k) => {
        for (let j = 0; j < d; j++) direction[j] += vectors[rank * count + k] * mean[j]
      })
      return solveUpper(factor, direction, d)
    })
}

/** The unit direction of the largest total variance among those uncorrelated within clusters with the ones given. */
function widest(
  total: Float64Array,
  within: Float64Array,
  given: readonly Float64Array[],
  d: number,
): Float64Array {
  let deflated = total
  for (const direction of given) {
    const normal = multiply(within, direction, d)
    const length = Math.sqrt(dot(normal, normal))
    deflated = without(
      deflated,
      normal.map((value) => (length > 0 ? value / length : 0)),
      d,
    )
  }
  return principalDirections(deflated, d, 1).slice(0, d)
}

/** (I − n nᵀ) A (I − n nᵀ) for a unit n. */
function without(matrix: Float64Array, normal: Float64Array, d: number): Float64Array {
  const image = multiply(matrix, normal, d)
  const middle = dot(image, normal)
  return matrix.map((value, at) => {
    const [i, j] = [Math.floor(at / d), at % d]
    return value - image[i] * normal[j] - normal[i] * image[j] + middle * normal[i] * normal[j]
  })
}

function solveLower(factor: Float64Array, right: Float64Array, d: number): Float64Array {
  const x = right.slice()
  for (let i = 0, row = 0; i < d; row += ++i) {
    for (let t = 0; t < i; t++) x[i] -= factor[row + t] * x[t]
    x[i] /= factor[row + i]
  }
  return x
}

function solveUpper(factor: Float64Array, right: Float64Array, d: number): Float64Array {
  const x = right.slice()
  for (let i = d - 1; i >= 0; i--) {
    const row = (i * (i + 1)) / 2
    x[i] /= factor[row + i]
    for (let t = 0; t < i; t++) x[t] -= factor[row + t] * x[i]
  }
  return x
}

function multiply(matrix: Float64Array, vector: Float64Array, d: number): Float64Array {
  return vector.map((_, i) => dot(matrix.subarray(i * d, (i + 1) * d), vector))
}

function quadratic(matrix: Float64Array, vector: Float64Array, d: number): number {
  return dot(multiply(matrix, vector, d), vector)
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let i = 0; i < left.length; i++) sum += left[i] * right[i]
  return sum
}
