import type { Mixture } from '../core/mixture/types.ts'
import type { ModelView } from '../contract/views.ts'
import type { ClusterLabels } from './cluster-labels.ts'
import { numericColumns } from './columns.ts'
import type { Fitted } from './fits/fits.ts'
import type { FitUnderway } from './fits/run.ts'
import { clusterSizes, clusterWeights } from './labelling.ts'
import { usableRows } from './sample-rows.ts'

/** Parameters of a restart with the sizes of its clusters over all rows used, which are counted once. */
export type Models = (fitted: Fitted) => Promise<ModelView>

export function createModels(clusterLabels: ClusterLabels): Models {
  const counted = new WeakMap<Mixture, Promise<Pick<ModelView, 'sizes' | 'counts'>>>()
  const count = async (fitted: Fitted) => {
    const { components } = fitted.mixture
    const labels = await clusterLabels(fitted)
    const sizes = clusterSizes(labels, components)
    const weights = rowWeightsOf(fitted.fit)
    return weights === null ? { sizes } : { sizes, counts: clusterWeights(labels, components, weights) }
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

/** What each row of the file counts for, of mean 1 over the rows used where only ratios matter; null where each counts once. */
function rowWeightsOf({ settings, dataset, weighting, columns }: FitUnderway): Float64Array | null {
  if (settings.weights === null || weighting === null) return null
  const [values] = numericColumns(dataset, [settings.weights.column])
  if (weighting.kind === 'frequency') return values
  const sum = usableRows(columns).reduce((total, row) => total + values[row], 0)
  return values.map((weight) => (weight * weighting.count) / sum)
}
