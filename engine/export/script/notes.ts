import type { FitSettings } from '../../../contract/schemas.ts'
import type { Warning } from '../../../contract/views.ts'
import { isSame, type Agreement, type Reached } from './agreement.ts'
import type { Language } from './refusal.ts'

/** What to know about a script that does not simply go where the restart went. */
export function notesOf(
  language: Language,
  { regularisation }: FitSettings,
  restart: string,
  end: Reached,
  { from, expected, tried }: Agreement,
): Warning[] {
  const notes: Warning[] = []
  const same = isSame(expected, end)
  const unlike = `and expects a log-likelihood of ${shown(expected.logLikelihood)}, not the ${shown(end.logLikelihood)} of ${restart}`
  if (from === 'end') {
    const went =
      tried === null
        ? 'ends in a collapse'
        : `ends elsewhere, at a log-likelihood of ${shown(tried.logLikelihood)}`
    notes.push({
      code: 'script-other-start',
      message: `EM step by step from where ${restart} started ${went}. So the script starts from the parameters that ${restart} ended with.`,
    })
  }
  if (language === 'r' && regularisation.value > 0) {
    const how = `Basin's regularisation of ${regularisation.value}${regularisation.kind === 'relative' ? ' of each variance' : ''}`
    const effect = same ? 'which changes the log-likelihood by less than one in a million' : unlike
    notes.push({
      code: 'script-no-regularisation',
      message: `mclust has no regularisation. The script fits without ${how}, ${effect}.`,
    })
  } else if (!same) {
    notes.push({
      code: 'script-goes-on',
      message: `${restart} had not converged as far as the script goes: it fits until nothing changes, ${unlike}.`,
    })
  }
  return notes
}

/** Of a model that mclust 6 fits to something else. */
export function otherMaximum(covariance: string): Warning {
  return {
    code: 'script-other-maximum',
    message: `mclust 6 does not take the common axes of ${covariance} to the maximum of the likelihood, so its own fit ends beside it. The script computes the log-likelihood and the clusters of the parameters that the restart ended with, checks those, and shows where mclust goes on to.`,
  }
}

const shown = (logLikelihood: number) => logLikelihood.toPrecision(10)
