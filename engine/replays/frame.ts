import type { FrameView } from '../../contract/views.ts'
import type { WorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import type { DrawnRowsOf } from '../drawn-rows.ts'
import type { Fitted } from '../fits/fits.ts'
import { clusterSizes, clusterWeights, noiseSize, noiseWeight } from '../labelling.ts'
import { labelsOf } from '../labels.ts'
import { rowWeightsOf } from '../row-weights.ts'
import { gather } from '../sample-rows.ts'
import type { Replay } from './replay.ts'

/** What a frame is worked out with. */
export interface Means {
  pool: Pool
  drawnRows: DrawnRowsOf
}

/** The iteration at this place among those kept. */
export async function frameOf(
  { pool, drawnRows }: Means,
  { fit, restart }: Fitted,
  replay: Replay,
  place: number,
  limit: number,
  control: WorkControl,
): Promise<FrameView> {
  const { peak } = replay
  const { iterations, logLikelihood } = replay.head(place)
  const mixture = replay.mixture(place)
  const labels = await labelsOf(pool, drawnRows, { fit, mixture }, limit, { control })
  const all = rowWeightsOf(fit)
  const weights = all === null ? null : gather(all, drawnRows(fit.columns, limit).rows)
  const count = weights === null ? {} : { count: noiseWeight(labels.labels, weights) }
  return {
    iteration: iterations,
    logLikelihood,
    model: {
      fit: fit.id,
      restart: restart.id,
      columns: fit.names,
      weights: mixture.weights,
      means: mixture.means,
      covariances: mixture.covariances,
      sizes: clusterSizes(labels.labels, mixture.components),
      ...(weights !== null && { counts: clusterWeights(labels.labels, mixture.components, weights) }),
      ...(mixture.noise !== undefined && {
        noise: { ...mixture.noise, size: noiseSize(labels.labels), ...count },
      }),
      ...(peak !== null && { peak }),
    },
    labels,
  }
}
