import { EngineError } from '../../contract/errors.ts'
import { unrepeatable } from '../../contract/repeatable.ts'
import type { FitSettings } from '../../contract/schemas.ts'

/** The settings of a fit for one replicate of it: the same, with other restarts, from another seed, of these models. */
export function replicateSettings(
  settings: FitSettings,
  changes: Pick<FitSettings, 'restarts'> & Partial<Pick<FitSettings, 'components' | 'covariances' | 'seed'>>,
): FitSettings {
  return { ...settings, ...changes, refinements: refinementsFor(settings, changes.restarts) }
}

/** As many refinements for each restart as in the fit. */
export function refinementsFor(
  { restarts, refinements }: Pick<FitSettings, 'restarts' | 'refinements'>,
  wanted: number,
): number {
  return Math.ceil((refinements * Math.min(wanted, restarts)) / restarts)
}

/** Refuses a fit that cannot be made again on other rows. */
export function checkRepeatable(settings: FitSettings): void {
  const obstacle = unrepeatable(settings)
  if (obstacle !== null) throw new EngineError('not-available', obstacle.message, obstacle.remedy)
}
