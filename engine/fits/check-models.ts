import { supportsEigenvalueRatio, supportsPrior } from '../../core/mixture/models/support.ts'
import type { CovarianceModel } from '../../core/mixture/types.ts'
import { EngineError } from '../../contract/errors.ts'
import { phrase, type Phrase } from '../../contract/words/say.ts'
import { GAP_MODELS } from '../../contract/covariance-models.ts'
import { COVARIANCE_MODELS, type FitSettings } from '../../contract/schemas.ts'

/** Refuses what a chosen covariance model cannot do, and what cannot be had at once. */
export function checkModels({
  covariances,
  prior,
  eigenvalueRatio,
  missing,
  weights,
  noise,
}: FitSettings): void {
  if (prior !== 'none' && eigenvalueRatio !== null)
    throw new EngineError(
      'invalid-input',
      phrase(
        'A prior and a bound on the eigenvalue ratio were both asked for, but each changes what is maximised.',
      ),
      phrase('Choose one of them.'),
    )
  if (missing === 'em') {
    checkEach(covariances, (model) => GAP_MODELS.includes(model), phrase('EM with missing cells'))
    if (noise)
      throw new EngineError(
        'invalid-input',
        phrase(
          'Rows with missing cells cannot be used as they are beside a noise component, whose volume takes whole rows.',
        ),
        phrase('Leave out rows with missing cells, or fit without noise.'),
      )
    if (weights !== null)
      throw new EngineError(
        'invalid-input',
        phrase('Rows with missing cells cannot be used as they are where rows have weights.'),
        phrase('Leave out rows with missing cells, or fit without weights.'),
      )
  }
  if (prior !== 'none') checkEach(covariances, supportsPrior, phrase('A prior'))
  if (eigenvalueRatio !== null)
    checkEach(covariances, supportsEigenvalueRatio, phrase('A bound on the eigenvalue ratio'))
}

function checkEach(
  covariances: readonly CovarianceModel[],
  supports: (covariance: CovarianceModel) => boolean,
  what: Phrase,
): void {
  const without = [...new Set(covariances)].filter((covariance) => !supports(covariance))
  if (without.length === 0) return
  throw new EngineError(
    'invalid-input',
    phrase('{what} cannot be had with {models}.', { what, models: without }),
    phrase('Choose among {models}, or do without it.', { models: COVARIANCE_MODELS.filter(supports) }),
  )
}
