import { supportsEigenvalueRatio, supportsPrior } from '../../core/mixture/models/support.ts'
import type { CovarianceModel } from '../../core/mixture/types.ts'
import { EngineError } from '../../contract/errors.ts'
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
      'A prior and a bound on the eigenvalue ratio were both asked for, but each changes what is maximised.',
      'Choose one of them.',
    )
  if (missing === 'em') {
    checkEach(covariances, (model) => GAP_MODELS.includes(model), 'EM with missing cells')
    if (noise)
      throw new EngineError(
        'invalid-input',
        'Rows with missing cells cannot be used as they are beside a noise component, whose volume takes whole rows.',
        'Leave out rows with missing cells, or fit without noise.',
      )
    if (weights !== null)
      throw new EngineError(
        'invalid-input',
        'Rows with missing cells cannot be used as they are where rows have weights.',
        'Leave out rows with missing cells, or fit without weights.',
      )
  }
  if (prior !== 'none') checkEach(covariances, supportsPrior, 'A prior')
  if (eigenvalueRatio !== null)
    checkEach(covariances, supportsEigenvalueRatio, 'A bound on the eigenvalue ratio')
}

function checkEach(
  covariances: readonly CovarianceModel[],
  supports: (covariance: CovarianceModel) => boolean,
  what: string,
): void {
  const without = [...new Set(covariances)].filter((covariance) => !supports(covariance))
  if (without.length === 0) return
  throw new EngineError(
    'invalid-input',
    `${what} cannot be had with ${listed(without)}.`,
    `Choose among ${listed(COVARIANCE_MODELS.filter(supports))}, or do without it.`,
  )
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
