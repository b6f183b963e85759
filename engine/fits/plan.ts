import { dealInitialisation } from '../../core/mixture/deal.ts'
import { restartSeed } from '../../core/random/seed.ts'
import type { CovarianceModel, Initialisation } from '../../core/mixture/types.ts'
import type { FitSettings } from '../../contract/schemas.ts'

/** One restart that is to be run, or a refinement that joined them. */
export interface PlannedRestart {
  /** `<covariance>-<components>-<index>`; of a refinement `<covariance>-<components>-<initialisation>-<try>`. */
  id: string
  components: number
  covariance: CovarianceModel
  /** 0-based within (components, covariance). */
  index: number
  seed: number
  initialisation: Initialisation
  /** Id of the restart that a refinement started from, and which of the possible changes it made (see `Base`). */
  from?: string
  variant?: number
}

type Asked = Pick<FitSettings, 'components' | 'covariances' | 'initialisation' | 'restarts' | 'seed'> & {
  start?: FitSettings['start'] | undefined
}

/**
 * All restarts of a fit, cell by cell: covariance models as asked, components rising, index rising. With a start of the
 * person's own each cell has one. A restart depends on its own cell and index alone, so asking for more only appends.
 */
export function planRestarts(settings: Asked): PlannedRestart[] {
  const plan: PlannedRestart[] = []
  const each = settings.start === undefined ? settings.restarts : 1
  for (const covariance of new Set(settings.covariances)) {
    for (let components = settings.components.from; components <= settings.components.to; components++) {
      for (let index = 0; index < each; index++) {
        plan.push({
          id: `${covariance}-${components}-${index}`,
          components,
          covariance,
          index,
          seed: restartSeed(settings.seed, components, covariance, index),
          initialisation:
            settings.start === undefined ? dealInitialisation(settings.initialisation, index) : 'given',
        })
      }
    }
  }
  return plan
}
