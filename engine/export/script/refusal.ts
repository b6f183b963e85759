import type { CovarianceModel } from '../../../core/mixture/types.ts'
import { EngineError } from '../../../contract/errors.ts'
import type { FitSettings } from '../../../contract/schemas.ts'

/** A language that scripts are written in. */
export type Language = 'python' | 'r'

export type SklearnType = 'full' | 'tied' | 'diag' | 'spherical'

const SKLEARN: Partial<Record<CovarianceModel, SklearnType>> = {
  VVV: 'full',
  EEE: 'tied',
  VVI: 'diag',
  VII: 'spherical',
}

/** scikit-learn's name of a covariance model; null where it has none. Of one column there are two models only. */
export function sklearnType(covariance: CovarianceModel, dimension: number): SklearnType | null {
  if (dimension === 1) return covariance.startsWith('E') ? 'tied' : 'full'
  return SKLEARN[covariance] ?? null
}

/** Why no script in this language can repeat a fit, as an error to throw; null where one can. */
export function scriptRefusal(
  language: Language,
  covariance: CovarianceModel,
  dimension: number,
  {
    prior,
    eigenvalueRatio,
    weights,
    missing,
    noise,
  }: Pick<FitSettings, 'prior' | 'eigenvalueRatio' | 'weights' | 'missing' | 'noise'>,
): EngineError | null {
  if (missing === 'em')
    return new EngineError(
      'not-available',
      'Neither scikit-learn nor mclust fits mixtures to rows with missing cells, so no script repeats this fit.',
      'Save the model instead, or leave out rows with missing cells.',
    )
  if (weights !== null)
    return new EngineError(
      'not-available',
      'Neither the mixtures of scikit-learn nor those of mclust take weights of rows, so no script repeats this fit.',
      'Save the model instead, or fit without weights.',
    )
  if (noise)
    return new EngineError(
      'not-available',
      language === 'python'
        ? 'scikit-learn has no noise component, so no script in Python repeats this fit.'
        : 'Scripts in R do not write the noise component, so none repeats this fit.',
      'Save the model instead, or fit without noise.',
    )
  if (eigenvalueRatio !== null)
    return new EngineError(
      'not-available',
      'Neither scikit-learn nor mclust can bound the ratio of eigenvalues, so no script repeats this fit.',
      'Save the model instead, or fit without that bound.',
    )
  if (language === 'r') return null
  if (prior !== 'none')
    return new EngineError(
      'not-available',
      'scikit-learn has no conjugate prior, so no script in Python repeats this fit.',
      'Take the script in R: mclust has the same prior.',
    )
  if (sklearnType(covariance, dimension) === null)
    return new EngineError(
      'not-available',
      `scikit-learn does not have the covariance model ${covariance}, only VVV, EEE, VVI and VII.`,
      'Take the script in R: mclust has all fourteen.',
    )
  return null
}
