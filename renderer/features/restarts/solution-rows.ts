import type { SolutionView } from '../../../contract/views.ts'
import { say } from '../../../contract/words/say.ts'
import { formatCount, formatFixed, formatGap } from '../../format/number.ts'
import { KIND_MEANINGS, KIND_NAMES, kindName } from '../../format/kinds.ts'
import { finderWord, solutionLetter } from '../../format/words.ts'

export interface SolutionRow {
  solution: SolutionView
  letter: string
  kind: string
  logLikelihood: string
  gap: string
  hits: string
}

/**
 * Solutions that come highest first, as they are listed: the best `most` of them, and the chosen one wherever it stands. Gaps are from
 * `winner`, the one taken as best.
 */
export function solutionRows(
  solutions: readonly SolutionView[],
  { winner, chosen, most }: { winner: SolutionView | null; chosen: string | null; most: number },
): SolutionRow[] {
  return solutions
    .filter(({ id }, at) => at < most || id === chosen)
    .map((solution) => ({
      solution,
      letter: solutionLetter(solution.id),
      kind: kindName(solution.kind, solution.id === winner?.id),
      logLikelihood: formatFixed(solution.logLikelihood, 3),
      gap: formatGap((winner?.logLikelihood ?? 0) - solution.logLikelihood),
      hits: solution.hits === 0 ? finderWord(solution) : formatCount(solution.hits),
    }))
}

/** Why no solution is listed. */
export function noneWords(running: boolean): string {
  return running ? say('No restart has ended yet.') : say('No restart of this model gave a usable solution.')
}

/** What the kind of one of the solutions means; empty where none is pointed at. */
export function meaningOf(solutions: readonly SolutionView[], id: string | undefined): string {
  const kind = solutions.find((each) => each.id === id)?.kind
  return kind === undefined ? '' : `${KIND_NAMES[kind]}: ${KIND_MEANINGS[kind]}`
}
