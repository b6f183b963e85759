import { createEm } from './em.ts'
import { componentOrder, toMixture } from './outcome.ts'
import { footpoint } from './restart.ts'
import { createSetting } from './setting.ts'
import type { Mixture, Prepared, RestartRequest } from './types.ts'

/**
 * The parameters that a restart climbs from, in the units of the columns: those of its start, of labels and responsibilities after
 * the first M-step, and with `subsample` what the climb on the sample came to. The very numbers that `runRestart` begins with.
 * Null where the start collapses or was stopped.
 */
export function startMixture(
  prepared: Prepared,
  request: RestartRequest,
  stopped: () => boolean = () => false,
): Mixture | null {
  const { components, covariance, regularisation } = request
  if (components > prepared.rows) return null
  const setting = createSetting(prepared, components, covariance, regularisation, { ...request, stopped })
  if (setting.work.brake.pulled) return null
  const em = createEm(prepared, setting, stopped)
  const begun = footpoint(em, request, stopped)
  if (begun.kind !== 'start') return null
  return toMixture(begun.parameters, prepared, componentOrder(begun.parameters))
}
