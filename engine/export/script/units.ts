import type { CovarianceModel, Scaling } from '../../../core/mixture/types.ts'
import type { FitSettings } from '../../../contract/schemas.ts'

/** Models whose fit is the same in any units of each column. */
const UNITLESS: readonly CovarianceModel[] = ['EEI', 'VEI', 'EVI', 'VVI', 'EEE', 'VEE', 'EVV', 'VVV']

/**
 * What a script divides the columns by. Where the units cannot matter it is the standard deviation, whatever the scaling: that
 * keeps digits, and makes scikit-learn's absolute ridge relative to the columns' variances. Otherwise it is the scaling.
 */
export function unitsOf(
  covariance: CovarianceModel,
  { scaling, prior }: Pick<FitSettings, 'scaling' | 'prior'>,
  absoluteRidge: boolean,
): Scaling {
  return UNITLESS.includes(covariance) && prior === 'none' && !absoluteRidge ? 'standardise' : scaling
}
