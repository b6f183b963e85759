import type { RankedRestart } from '../../stores/ranking.ts'
import { formatCount, formatFixed, formatGap } from '../../format/number.ts'
import { plural } from '../../format/plural.ts'
import { INITIALISATION_NAMES, restartLabel, solutionLetter, STATE_NAMES } from '../../format/words.ts'

/** What is said of a restart under the pointer: its name, and a line for each thing known of it. */
export function hoverFacts({ restart, gap }: RankedRestart): { title: string; lines: string[] } {
  const { solution, logLikelihood, initialisation, state, iterations, seed } = restart
  const label = restartLabel(restart)
  const name = label.charAt(0).toUpperCase() + label.slice(1)
  const height =
    logLikelihood === null
      ? []
      : [`log-likelihood ${formatFixed(logLikelihood, 4)}${gap === null ? '' : `, gap ${formatGap(gap)}`}`]
  const after = iterations === 0 ? '' : ` after ${plural(iterations, 'iteration')}`
  return {
    title: solution === null ? name : `${name}, solution ${solutionLetter(solution)}`,
    lines: [
      ...height,
      `${STATE_NAMES[state]}${after}`,
      `${INITIALISATION_NAMES[initialisation]}, seed ${formatCount(seed)}`,
      restart.id,
    ],
  }
}
