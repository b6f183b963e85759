import { eigenSymmetric } from '../../linalg/eigen.ts'
import type { Cause } from './cause.ts'
import type { Moments } from './moments.ts'

/**
 * Variance in the narrowest direction above which nothing is narrow, for each column. An eigenvalue in units of the standard
 * deviations is at most so many times the one in units of the total covariance, by which components are marked.
 */
const NARROW = 1e-3
/** Columns that weigh less than this part of the heaviest are left out of a direction. */
const LIGHT = 0.3
const MOST = 3

/**
 * The direction in which some rows vary least as the columns that make it: the smallest principal axis of their covariance in units
 * of `spreads`, the columns' standard deviations over all rows. `among`: the columns looked at. Null where nothing is narrow.
 */
export function narrowestDirection(
  { mean, covariance }: Moments,
  spreads: Float64Array,
  among: readonly number[],
): Cause | null {
  const { value, axis } = smallest(covariance, spreads, among)
  if (!(value < NARROW * among.length)) return null
  const heaviest = Math.max(...axis.map(Math.abs))
  const heavy = among
    .filter((_, j) => Math.abs(axis[j]) >= LIGHT * heaviest)
    .sort((a, b) => Math.abs(axis[among.indexOf(b)]) - Math.abs(axis[among.indexOf(a)]))
  const [first] = heavy
  const d = spreads.length
  if (heavy.length === 1)
    return {
      kind: 'narrow',
      column: first,
      sd: Math.sqrt(covariance[first * d + first]),
      overall: spreads[first],
    }
  if (heavy.length > MOST)
    return { kind: 'combination', columns: heavy.slice(0, MOST), others: heavy.length - MOST }
  const columns = heavy.sort((a, b) => a - b)
  const own = smallest(covariance, spreads, columns).axis
  const target = own.reduce(
    (best, weight, j) => (Math.abs(weight) >= 0.99 * Math.abs(own[best]) ? j : best),
    0,
  )
  const slope = (j: number) => -(own[j] / spreads[columns[j]]) / (own[target] / spreads[columns[target]])
  const others = columns.map((_, j) => j).filter((j) => j !== target)
  const slopes = others.map(slope)
  const intercept = others.reduce((sum, j, at) => sum - slopes[at] * mean[columns[j]], mean[columns[target]])
  return {
    kind: 'collinear',
    columns: [columns[target], ...others.map((j) => columns[j])],
    slopes,
    intercept,
  }
}

function smallest(
  covariance: Float64Array,
  spreads: Float64Array,
  among: readonly number[],
): { value: number; axis: number[] } {
  const d = spreads.length
  const size = among.length
  if (size === 0) return { value: Infinity, axis: [] }
  const standard = new Float64Array(size * size)
  among.forEach((i, a) => {
    among.forEach((j, b) => {
      standard[a * size + b] = covariance[i * d + j] / (spreads[i] * spreads[j])
    })
  })
  const { values, vectors } = eigenSymmetric(standard, size)
  return { value: values[size - 1], axis: [...vectors.subarray((size - 1) * size)] }
}
