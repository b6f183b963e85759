import type { CovarianceModel } from '../core/mixture/types.ts'

export const COVARIANCE_MODELS = [
  'EII',
  'VII',
  'EEI',
  'VEI',
  'EVI',
  'VVI',
  'EEE',
  'VEE',
  'EVE',
  'VVE',
  'EEV',
  'VEV',
  'EVV',
  'VVV',
] as const satisfies readonly CovarianceModel[]

/** The models in which EM takes rows with missing cells. */
export const GAP_MODELS: readonly CovarianceModel[] = ['VVV', 'VVI']
