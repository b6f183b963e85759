import type { Mixture, RestartOutcome, RestartStatus } from '../../core/mixture/types.ts'
import { isSetAside } from '../../contract/set-aside.ts'

/** How one restart ended, and the seconds it took. */
export type Outcome = RestartOutcome & { seconds: number }

/** An outcome with parameters that may be ranked and taken as best. */
export type Usable = Outcome & { logLikelihood: number; mixture: Mixture }

export function isUsable(outcome: Outcome): outcome is Usable {
  const { status, logLikelihood, mixture, flags } = outcome
  const ranked = status !== 'collapsed' && status !== 'dropped'
  return ranked && logLikelihood !== null && mixture !== null && !isSetAside(flags)
}

/** An outcome with parameters at a maximum, which may be spurious: no saddle, and no component without rows. */
export function isMaximum(outcome: Outcome): outcome is Usable {
  return isUsable({ ...outcome, flags: outcome.flags.filter(({ code }) => code !== 'spurious') })
}

/** A restart that ended without parameters. */
export const nothing = (status: RestartStatus, iterations: number, reason: string): Outcome => ({
  status,
  iterations,
  logLikelihood: null,
  mixture: null,
  entropy: null,
  reason,
  limit: null,
  flags: [],
  seconds: 0,
})

/** A paused restart that does not go on. */
export function leftOff(paused: Outcome, status: 'dropped' | 'stopped'): Outcome {
  const flags = paused.flags.filter(({ code }) => code !== 'iteration-limit')
  const outcome = { ...paused, status, flags }
  delete outcome.resumption
  return outcome
}
