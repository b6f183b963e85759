import type { Mixture } from '../../core/mixture/types.ts'
import { EngineError } from '../../contract/errors.ts'
import { heardPhrase } from '../../contract/words/hear.ts'
import { phrase } from '../../contract/words/say.ts'
import type { Outcome } from './outcome.ts'
import type { PlannedRestart } from './plan.ts'
import type { FitUnderway } from './run.ts'

/** One restart of a fit whose model can be shown. */
export interface Fitted {
  fit: FitUnderway
  restart: PlannedRestart
  mixture: Mixture
  /** It belongs to the mixture. */
  logLikelihood: number
}

/** A restart that has ended, with or without a model. */
export interface Ended {
  fit: FitUnderway
  restart: PlannedRestart
  outcome: Outcome
}

/** Throws `unknown-id` for a restart that has not ended. */
export function endedOf(fit: FitUnderway, name: string): Ended {
  const slot = fit.plan.findIndex((restart) => restart.id === name)
  const restart = fit.plan[slot]
  const outcome = fit.outcomes[slot]
  if (restart === undefined)
    throw new EngineError(
      'unknown-id',
      phrase('The fit has no restart “{name}”.', { name }),
      phrase('Choose one of its restarts.'),
    )
  if (outcome === undefined)
    throw new EngineError(
      'unknown-id',
      phrase('The restart “{name}” has not ended yet.', { name }),
      phrase('Wait until it has.'),
    )
  return { fit, restart, outcome }
}

/** A restart that has ended. Throws `unknown-id` for any other, `no-usable-model` for one without parameters. */
export function fittedOf(fit: FitUnderway, name: string): Fitted {
  const { restart, outcome } = endedOf(fit, name)
  const { mixture, logLikelihood, reason } = outcome
  if (mixture !== null && logLikelihood !== null) return { fit, restart, mixture, logLikelihood }
  const why = reason === '' ? phrase('It was stopped before its first iteration.') : heardPhrase(reason)
  throw new EngineError(
    'no-usable-model',
    phrase('The restart “{name}” has no model: {why}', { name, why }),
    phrase('Choose another restart.'),
  )
}

export function hasEnded({ plan, outcomes }: FitUnderway, name: string): boolean {
  return outcomes[plan.findIndex(({ id }) => id === name)] !== undefined
}

/** A restart that is running, as it was a moment ago; null of any other. */
export function glimpseOf(fit: FitUnderway, name: string): Fitted | null {
  const slot = fit.plan.findIndex((restart) => restart.id === name)
  const reached = fit.snapshots.get(slot)?.read() ?? null
  return reached === null ? null : { fit, restart: fit.plan[slot], ...reached }
}
