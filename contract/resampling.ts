import * as v from 'valibot'
import type { ResamplingScheme } from '../core/resampling/resample.ts'
import { COVARIANCE_MODELS } from './covariance-models.ts'
import { id, whole } from './fields.ts'
import { LIMITS } from './limits.ts'
import { say } from './words/say.ts'

export const RESAMPLING_SCHEMES = ['bootstrap', 'subsample'] as const satisfies readonly ResamplingScheme[]

/** Which models a replicate fits: all that the fit compared, or only that of the restart. */
export const REFITTED_MODELS = ['all', 'cell'] as const
export type RefittedModels = (typeof REFITTED_MODELS)[number]

/** Per (components, covariance) of a replicate. */
const restarts = whole(1, LIMITS.restarts, say('Restarts of a replicate'))

/** The fit again on rows drawn again. */
export const StabilityInput = v.object({
  fit: id,
  restart: id,
  scheme: v.picklist(RESAMPLING_SCHEMES),
  replicates: whole(2, LIMITS.replicates, say('Replicates')),
  restarts,
  models: v.picklist(REFITTED_MODELS),
})

/** Whether one component more than `components` is supported: with fewer than 19 samples no p-value comes to 5 %. */
export const RatioTestInput = v.object({
  fit: id,
  covariance: v.picklist(COVARIANCE_MODELS),
  components: whole(1, LIMITS.components - 1, say('Components')),
  samples: whole(19, LIMITS.replicates, say('Samples')),
  restarts,
})
