import type { RestartRequest, Start } from '../../core/mixture/types.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { PlannedRestart } from './plan.ts'
import { requestOf } from './request.ts'

/**
 * What a restart itself was asked for, with the start or the solution that it started from, but without what drops it early.
 * `given` is the start of the fit, if it has one.
 */
export function ownRequest(
  restart: PlannedRestart,
  settings: FitSettings,
  given: Start | null,
): RestartRequest {
  const start = restart.start ?? given
  return {
    ...requestOf(restart, settings),
    ...(restart.base && { base: restart.base }),
    ...(start !== null && { start }),
  }
}
