import { pivotedCholesky } from '../linalg/pivoted-cholesky.ts'
import type { CovarianceModel, Prepared, Regularisation } from './types.ts'

/** What is left of a column's variance by the others at which they tell it, whatever the regularisation (see `preflight/collinear.ts`). */
const MOST = 0.015 ** 2
/** Left by the rounding of arithmetic alone. */
const LEAST = 1e-14

/**
 * The columns (0-based, of those prepared) that others tell to within the regularisation: of their variance these leave no more than
 * it adds, so the covariance of all rows is singular without it. Pivoted Cholesky of the correlations (Higham 1990) parts them from
 * the others, the first of equals staying; of constant columns nothing is said.
 */
export function dependentColumns(
  { total, dimension, metric, spread }: Pick<Prepared, 'total' | 'dimension' | 'metric' | 'spread'>,
  { kind, value }: Regularisation,
): number[] {
  const entry = (i: number, j: number) => total[(Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)]
  const varying = Array.from({ length: dimension }, (_, j) => j).filter((j) => entry(j, j) > 0)
  const added = varying.map((j) =>
    kind === 'relative' ? value : (value * (metric[j] / spread[j]) ** 2) / entry(j, j),
  )
  const correlations = varying.map((i) =>
    Float64Array.from(varying, (j) => entry(i, j) / Math.sqrt(entry(i, i) * entry(j, j))),
  )
  const { order, rank } = pivotedCholesky(correlations, Math.max(LEAST, Math.min(MOST, ...added)))
  return order
    .slice(rank)
    .map((at) => varying[at])
    .sort((a, b) => a - b)
}

/** Whether components of the model have axes of their own or in common, so that they can lie flat on what columns have in common. */
export function seesDependence(covariance: CovarianceModel): boolean {
  return !covariance.endsWith('I')
}
