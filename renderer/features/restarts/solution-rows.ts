import type { SolutionView } from '../../../contract/views.ts'
import { formatCount, formatFixed, formatGap } from '../../format/number.ts'
import { kindName } from '../../format/kinds.ts'
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
