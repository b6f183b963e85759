import type { Mixture } from '../core/mixture/types.ts'
import type { ModelView } from '../contract/views.ts'
import type { ClusterLabels } from './cluster-labels.ts'
import type { Fitted } from './fits/fits.ts'
import { clusterSizes, clusterWeights, noiseSize, noiseWeight } from './labelling.ts'
import { rowWeightsOf } from './row-weights.ts'

/** Parameters of a restart with the sizes of its clusters over all rows used, which are counted once. */
export type Models = (fitted: Fitted) => Promise<ModelView>

export function createModels(clusterLabels: ClusterLabels): Models {
  const counted = new WeakMap<Mixture, Promise<Pick<ModelView, 'sizes' | 'counts' | 'noise'>>>()
  const count = async (fitted: Fitted) => {
    const { components, noise } = fitted.mixture
    const labels = await clusterLabels(fitted)
    const sizes = clusterSizes(labels, components)
    const weights = rowWeightsOf(fitted.fit)
    const counts = weights === null ? null : clusterWeights(labels, components, weights)
    const count = weights === null ? {} : { count: noiseWeight(labels, weights) }
    return {
      sizes,
      ...(counts !== null && { counts }),
      ...(noise !== undefined && { noise: { ...noise, size: noiseSize(labels), ...count } }),
    }
  }
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
      ...(await counting),
    }
  }
}
