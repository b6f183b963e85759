import type { RestartRequest, Start } from '../../core/mixture/types.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { PlannedRestart } from './plan.ts'

/** What a thread is asked for: a restart of the plan under the settings of its fit. */
export function requestOf(restart: PlannedRestart, settings: FitSettings): RestartRequest {
  return {
    components: restart.components,
    covariance: restart.covariance,
    initialisation: restart.initialisation,
    index: restart.index,
    seed: restart.seed,
    tolerance: settings.tolerance,
    maxIterations: settings.maxIterations,
    regularisation: settings.regularisation,
    prior: settings.prior,
    eigenvalueRatio: settings.eigenvalueRatio,
    acceleration: settings.acceleration,
    // What begins at a model's maximum must not lose it on a sample.
    subsample: settings.subsample && restart.initialisation !== 'simpler',
  }
}

/** What a restart goes on from, or began from where it is manual; null of any other. */
export function ownStart({ start, legs }: PlannedRestart): Start | null {
  const mixture = legs?.at(-1)?.mixture ?? null
  return mixture === null ? (start ?? null) : { kind: 'parameters', mixture }
}
