import type { ModelView } from '../contract/views.ts'
import { createWorkControl } from '../workers/control.ts'
import type { Pool } from '../workers/pool.ts'
import type { Fitted } from './fits/fits.ts'
import type { Outcome } from './fits/outcome.ts'
import { clusterSizes, labelRows } from './labelling.ts'

/** Parameters of a restart with the sizes of its clusters over all rows used, which are counted once. */
export type Models = (fitted: Fitted) => Promise<ModelView>

export function createModels(pool: Pool): Models {
  const counted = new WeakMap<Outcome, Promise<number[]>>()
  const count = async ({ fit, mixture }: Fitted) => {
    const { labels } = await labelRows(pool, mixture, fit.columns, {}, createWorkControl())
    return clusterSizes(labels, mixture.components)
  }
  return async (fitted) => {
    const { fit, restart, outcome, mixture } = fitted
    const counting = counted.get(outcome) ?? count(fitted)
    counted.set(outcome, counting)
    counting.catch(() => counted.delete(outcome))
    return {
      fit: fit.id,
      restart: restart.id,
      columns: fit.names,
      weights: mixture.weights,
      means: mixture.means,
      covariances: mixture.covariances,
      sizes: await counting,
    }
  }
}
