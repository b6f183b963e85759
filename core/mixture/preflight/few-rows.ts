import { parameterCount } from '../criteria.ts'
import { isShared } from '../setting.ts'
import type { CovarianceModel } from '../types.ts'
import type { Asked, Concern, Overfull } from './concern.ts'

/**
 * The models with more free parameters than there are rows at the most components asked for, each with the most components that
 * are safe. A covariance of d columns needs d + 1 rows to be regular: `least` of the concern, beside the rows per component.
 */
export function fewRows(asked: Asked, rows: number, dimension: number): Concern[] {
  const { to } = asked.components
  const models: Overfull[] = [...new Set(asked.covariances)].flatMap((covariance) => {
    const parameters = parameterCount(covariance, to, dimension)
    return parameters <= rows
      ? []
      : [{ covariance, parameters, safe: safeComponents(covariance, rows, dimension, to) }]
  })
  if (models.length === 0) return []
  const own = models.some(({ covariance }) => !isShared(covariance) && !covariance.endsWith('I'))
  const least = own ? dimension + 1 : 2
  return [{ kind: 'few-rows', rows, components: to, perComponent: rows / to, least, models }]
}

/** The most components, at most `most`, at which a model has no more parameters than rows; 0 where none are. */
export function safeComponents(
  covariance: CovarianceModel,
  rows: number,
  dimension: number,
  most: number,
): number {
  let components = most
  while (components > 0 && parameterCount(covariance, components, dimension) > rows) components--
  return components
}
