import { say } from '../../../contract/words/say.ts'
import type { RankedRestart } from '../../stores/ranking.ts'
import { formatFixed, formatGap } from '../../format/number.ts'
import { INITIALISATION_NAMES, restartLabel, solutionLetter, STATE_NAMES } from '../../format/words.ts'

/** What is said of a restart under the pointer: its name, and a line for each thing known of it. */
export function hoverFacts({ restart, gap }: RankedRestart): { title: string; lines: string[] } {
  const { solution, logLikelihood, initialisation, state, iterations, seed } = restart
  const label = restartLabel(restart)
  const name = label.charAt(0).toUpperCase() + label.slice(1)
  const height = logLikelihood === null ? [] : [heightWords(formatFixed(logLikelihood, 4), gap)]
  const ended = STATE_NAMES[state]
  return {
    title:
      solution === null ? name : say('{name}, solution {letter}', { name, letter: solutionLetter(solution) }),
    lines: [
      ...height,
      iterations === 0
        ? ended
        : say('{ended} after {iterations, plural, one {# iteration} other {# iterations}}', {
            ended,
            iterations,
          }),
      say('{start}, seed {seed, number}', { start: INITIALISATION_NAMES[initialisation], seed }),
      restart.id,
    ],
  }
}

function heightWords(value: string, gap: number | null): string {
  return gap === null
    ? say('log-likelihood {value}', { value })
    : say('log-likelihood {value}, gap {gap}', { value, gap: formatGap(gap) })
}
