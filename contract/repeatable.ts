import type { FitSettings } from './schemas.ts'
import { phrase, type Phrase } from './words/say.ts'

/** Why something cannot be done, and what to do about it. */
export interface Obstacle {
  message: Phrase
  remedy: Phrase
}

/** Why a fit cannot be made again on other rows; null where it can. */
export function unrepeatable({
  weights,
  missing,
  noise,
  start,
}: Pick<FitSettings, 'weights' | 'missing' | 'noise' | 'start'>): Obstacle | null {
  if (weights !== null)
    return {
      message: phrase(
        'The rows of this fit have weights, and rows that count differently are not drawn again.',
      ),
      remedy: phrase('Run the fit without weights.'),
    }
  if (missing === 'em')
    return {
      message: phrase('This fit uses rows with missing cells, and such rows are not drawn again.'),
      remedy: phrase('Run the fit with rows with missing values left out.'),
    }
  if (noise)
    return {
      message: phrase(
        'This fit has a noise component, and such a fit is not made again on rows drawn again.',
      ),
      remedy: phrase('Run the fit without the noise component.'),
    }
  if (start !== undefined)
    return {
      message: phrase('This fit has a start of its own, which cannot be made again for other rows.'),
      remedy: phrase('Run the fit with one of the other initialisations.'),
    }
  return null
}
