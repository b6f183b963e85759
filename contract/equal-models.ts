import type { CovarianceModel } from '../core/mixture/types.ts'

/** Criteria of one optimum differ by less than this, relative to 1 + their size, from one restart to another. */
export const SAME = 1e-6

/**
 * The simplest covariance model with the very mixtures of this one. With one component EII is VII, EEI every model along the columns
 * and EEE all others; with one column only the volumes count, equal as in EII or varying as in VII. Else it is the model itself.
 */
export function simplestEqual(
  covariance: CovarianceModel,
  components: number,
  dimension: number,
): CovarianceModel {
  if (dimension === 1) return components === 1 || covariance.startsWith('E') ? 'EII' : 'VII'
  if (components > 1) return covariance
  return covariance.endsWith('II') ? 'EII' : covariance.endsWith('I') ? 'EEI' : 'EEE'
}
