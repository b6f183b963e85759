import type { RestartView, SolutionView } from '../../../contract/views.ts'
import { say } from '../../../contract/words/say.ts'
import type { TermId } from '../../format/glossary/glossary.ts'
import { COVARIANCE_NAMES } from '../../format/covariance.ts'
import { KIND_NAMES } from '../../format/kinds.ts'
import { formatCount, formatFixed } from '../../format/number.ts'
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
      return say('{restart} is shown, of {tried, plural, one {# restart} other {# restarts}} of this model', {
        restart: restartLabel(restart),
        tried: shown.tried,
      })
    case 'iteration':
      return say('{iterations, plural, one {# iteration} other {# iterations}} of {restart}', {
        iterations: restart.iterations,
        restart: restartLabel(restart),
      })
    case 'convergence':
      return `${restartLabel(restart)}: ${STATE_NAMES[restart.state]}`
    case 'component':
      return say('{components, plural, one {# component} other {# components}}', {
        components: restart.components,
      })
    case 'covariance-model':
      return COVARIANCE_NAMES[restart.covariance]
    case 'log-likelihood':
      return restart.logLikelihood === null ? null : formatFixed(restart.logLikelihood, 3)
    case 'local-maximum':
      return shown.solutions.length === 0
        ? null
        : say('{solutions, plural, one {# one} other {# ones}} found by this model', {
            solutions: shown.solutions.length,
          })
    default:
      return shown.solution === null ? null : ofSolution(term, shown.solution, shown)
  }
}

function ofSolution(term: TermId, solution: SolutionView, { solutions, tried }: Shown): string | null {
  switch (term) {
    case 'solution':
      return say('{solution} is shown, of {solutions}: {kind}', {
        solution: solutionLetter(solution.id),
        solutions: solutions.length,
        kind: KIND_NAMES[solution.kind],
      })
    case 'hits':
      return say('{hits, number} of {tried, number}', { hits: solution.hits, tried })
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
