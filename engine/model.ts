import type { Mixture } from '../core/mixture/types.ts'
import type { ModelView } from '../contract/views.ts'
import type { ClusterLabels } from './cluster-labels.ts'
import type { Fitted } from './fits/fits.ts'
import { clusterSizes } from './labelling.ts'

/** Parameters of a restart with the sizes of its clusters over all rows used, which are counted once. */
export type Models = (fitted: Fitted) => Promise<ModelView>

export function createModels(clusterLabels: ClusterLabels): Models {
  const counted = new WeakMap<Mixture, Promise<number[]>>()
  const count = async (fitted: Fitted) => clusterSizes(await clusterLabels(fitted), fitted.mixture.components)
  return async (fitted) => {
    const { fit, restart, mixture } = fitted
    const counting = counted.get(mixture) ?? count(fitted)
    counted.set(mixture, counting)
    counting.catch(() => counted.delete(mixture))
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
