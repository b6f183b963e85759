import { criteria, parameterCount, smallSampleAic } from '../../core/mixture/criteria.ts'
import type { Criterion, RestartOutcome } from '../../core/mixture/types.ts'
import type { PlannedRestart } from './plan.ts'

/** A restart's model in numbers that compare across components and covariance models. */
export interface Standing extends Record<Criterion, number> {
  parameters: number
  logLikelihood: number
  aicc: number | null
  entropy: number
}

/** `counted` is n of the criteria. Null where the restart gave no model that can be ranked. */
export function standingOf(
  restart: PlannedRestart,
  outcome: RestartOutcome,
  counted: number,
  dimension: number,
  noise: boolean,
): Standing | null {
  const { logLikelihood, entropy, status } = outcome
  if (status === 'collapsed' || logLikelihood === null || entropy === null) return null
  const parameters = parameterCount(restart.covariance, restart.components, dimension, noise)
  const values = criteria(logLikelihood, parameters, counted, entropy)
  const aicc = smallSampleAic(values.aic, parameters, counted)
  return { parameters, logLikelihood, ...values, aicc, entropy }
}
