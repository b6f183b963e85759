import { isSpherical } from '../setting.ts'
import type { CovarianceModel } from '../types.ts'
import type { Asked, Concern, UnitsMatter } from './concern.ts'

/** Models whose components share axes or shapes across columns, so that the best fit depends on the units of each column. */
const UNITS_MATTER: readonly CovarianceModel[] = ['EVE', 'VVE', 'EEV', 'VEV']
/** Variances six orders apart: where the units matter, the narrower column has no say. */
const FAR = 1e3
/** Standard deviations six orders apart are worth a word even where nothing depends on them. */
const VERY_FAR = 1e6

/**
 * Whether the columns' standard deviations [d] are so far apart that the units decide the fit. Fits of the other models are the
 * same in any units (Celeux & Govaert 1995), unless a prior, a bound on the eigenvalues or an absolute ridge joins them.
 */
export function scales(columns: readonly number[], spreads: readonly number[], asked: Asked): Concern[] {
  if (asked.scaling !== 'none' || columns.length < 2) return []
  let [wide, narrow] = [-1, -1]
  for (let j = 0; j < spreads.length; j++) {
    if (!(spreads[j] > 0)) continue
    if (wide < 0 || spreads[j] > spreads[wide]) wide = j
    if (narrow < 0 || spreads[j] < spreads[narrow]) narrow = j
  }
  if (wide < 0) return []
  const ratio = spreads[wide] / spreads[narrow]
  const because = reasons(asked)
  if (ratio < (because.length > 0 ? FAR : VERY_FAR)) return []
  return [{ kind: 'scales', wide: columns[wide], narrow: columns[narrow], ratio, because }]
}

function reasons({ covariances, prior, eigenvalueRatio, regularisation }: Asked): UnitsMatter[] {
  const because: UnitsMatter[] = covariances.filter(
    (covariance, i) =>
      (isSpherical(covariance) || UNITS_MATTER.includes(covariance)) && covariances.indexOf(covariance) === i,
  )
  if (prior !== 'none') because.push('prior')
  if (eigenvalueRatio !== null) because.push('eigenvalue-ratio')
  if (regularisation.kind === 'absolute' && regularisation.value > 0) because.push('absolute-ridge')
  return because
}
