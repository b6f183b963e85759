import type { RestartView, SolutionView } from '../../../contract/views.ts'
import type { TermId } from '../../format/glossary/glossary.ts'
import { COVARIANCE_NAMES } from '../../format/covariance.ts'
import { KIND_NAMES } from '../../format/kinds.ts'
import { formatCount, formatFixed } from '../../format/number.ts'
import { plural } from '../../format/plural.ts'
import { restartLabel, solutionLetter, STATE_NAMES } from '../../format/words.ts'

/** What every view shows now. */
export interface Shown {
  restart: RestartView
  solution: SolutionView | null
  /** Of its cell, the highest first. */
  solutions: readonly SolutionView[]
  /** Independent restarts of its cell. */
  tried: number
}

/** What a term comes to in the person's own data, in a few words; null where no one figure says it. */
export function ownValue(term: TermId, shown: Shown): string | null {
  const { restart } = shown
  switch (term) {
    case 'restart':
      return `${restartLabel(restart)} is shown, of ${plural(shown.tried, 'restart')} of this model`
    case 'iteration':
      return `${plural(restart.iterations, 'iteration')} of ${restartLabel(restart)}`
    case 'convergence':
      return `${restartLabel(restart)}: ${STATE_NAMES[restart.state]}`
    case 'component':
      return plural(restart.components, 'component')
    case 'covariance-model':
      return COVARIANCE_NAMES[restart.covariance]
    case 'log-likelihood':
      return restart.logLikelihood === null ? null : formatFixed(restart.logLikelihood, 3)
    case 'local-maximum':
      return shown.solutions.length === 0
        ? null
        : `${plural(shown.solutions.length, 'one')} found by this model`
    default:
      return shown.solution === null ? null : ofSolution(term, shown.solution, shown)
  }
}

function ofSolution(term: TermId, solution: SolutionView, { solutions, tried }: Shown): string | null {
  switch (term) {
    case 'solution':
      return `${solutionLetter(solution.id)} is shown, of ${solutions.length}: ${KIND_NAMES[solution.kind]}`
    case 'hits':
      return `${formatCount(solution.hits)} of ${formatCount(tried)}`
    case 'gap': {
      const best = solutions.find(({ kind }) => kind === 'best')
      return best === undefined ? null : formatFixed(best.logLikelihood - solution.logLikelihood, 3)
    }
    case 'bic':
    case 'icl':
    case 'aic':
      return formatFixed(solution[term], 2)
    case 'parameters':
      return formatCount(solution.parameters)
    default:
      return null
  }
}
