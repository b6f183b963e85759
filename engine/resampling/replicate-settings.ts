import { EngineError } from '../../contract/errors.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import { phrase, type Phrase } from '../../contract/words/say.ts'

/** The settings of a fit for one replicate of it: the same, with other restarts, from another seed, of these models. */
export function replicateSettings(
  settings: FitSettings,
  changes: Pick<FitSettings, 'restarts'> & Partial<Pick<FitSettings, 'components' | 'covariances' | 'seed'>>,
): FitSettings {
  return { ...settings, ...changes, refinements: refinementsFor(settings, changes.restarts) }
}

/** As many refinements for each restart as in the fit. */
export function refinementsFor(
  { restarts, refinements }: Pick<FitSettings, 'restarts' | 'refinements'>,
  wanted: number,
): number {
  return Math.ceil((refinements * Math.min(wanted, restarts)) / restarts)
}

/** Refuses a fit that cannot be made again on other rows. */
export function checkRepeatable({ weights, missing, noise, start }: FitSettings): void {
  if (weights !== null)
    throw refusal(
      phrase('The rows of this fit have weights, and rows that count differently are not drawn again.'),
      phrase('Run the fit without weights.'),
    )
  if (missing === 'em')
    throw refusal(
      phrase('This fit uses rows with missing cells, and such rows are not drawn again.'),
      phrase('Run the fit with rows with missing values left out.'),
    )
  if (noise)
    throw refusal(
      phrase('This fit has a noise component, and such a fit is not made again on rows drawn again.'),
      phrase('Run the fit without the noise component.'),
    )
  if (start !== undefined)
    throw refusal(
      phrase('This fit has a start of its own, which cannot be made again for other rows.'),
      phrase('Run the fit with one of the other initialisations.'),
    )
}

const refusal = (message: Phrase, remedy: Phrase) => new EngineError('not-available', message, remedy)
