import { COVARIANCE_MODELS } from './covariance-models.ts'
import { isSetAside } from './set-aside.ts'
import type { SolutionView } from './views.ts'
import type { CovarianceModel, Criterion } from '../core/mixture/types.ts'

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

/** Of the solutions with the same mixtures that lie as low and are set aside alike the one of the simplest model. */
export function simplestOf(
  one: SolutionView,
  all: readonly SolutionView[],
  criterion: Criterion,
  dimension: number,
): SolutionView {
  const modelOf = ({ covariance, components }: SolutionView) =>
    `${simplestEqual(covariance, components, dimension)}-${components}`
  const equal = all.filter(
    (other) =>
      modelOf(other) === modelOf(one) &&
      Math.abs(other[criterion] - one[criterion]) <= SAME * (1 + Math.abs(one[criterion])) &&
      isSetAside(other.warnings) === isSetAside(one.warnings),
  )
  const order = ({ covariance }: SolutionView) => COVARIANCE_MODELS.indexOf(covariance)
  return equal.reduce((first, next) => (order(next) < order(first) ? next : first), one)
}
