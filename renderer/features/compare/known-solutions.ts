import type { SolutionView } from '../../../contract/views.ts'
import { say } from '../../../contract/words/say.ts'
import { formatFixed, formatGap } from '../../format/number.ts'
import { solutionLetter } from '../../format/words.ts'

/** A solution, and how near it is to what is known. */
export interface KnownSolution {
  solution: SolutionView
  /** NaN where its model can label no row. */
  adjustedRandIndex: number
}

/** Short name of a solution among all of a fit. */
export const nameOfSolution = ({ id, covariance, components }: SolutionView): string =>
  `${covariance} ${components} ${solutionLetter(id)}`

/** Whether the best log-likelihood of a cell is also nearest to what is known; nothing where there is no other. */
export function nearestWords(all: readonly KnownSolution[], cell: KnownSolution['solution'] | null): string {
  const own = all
    .filter(
      ({ solution, adjustedRandIndex }) =>
        solution.covariance === cell?.covariance &&
        solution.components === cell.components &&
        !Number.isNaN(adjustedRandIndex),
    )
    .toSorted((a, b) => b.solution.logLikelihood - a.solution.logLikelihood)
  const [best] = own
  const nearest = own.toSorted((a, b) => b.adjustedRandIndex - a.adjustedRandIndex)[0]
  if (best === undefined || nearest === undefined || own.length < 2) return ''
  const index = (one: KnownSolution) => formatFixed(one.adjustedRandIndex, 3)
  const name = nameOfSolution(best.solution)
  if (nearest.adjustedRandIndex <= best.adjustedRandIndex)
    return say(
      'Of {count} solutions of this model, {name} has the best log-likelihood and is also nearest (ARI {index}).',
      { count: own.length, name, index: index(best) },
    )
  const gap = formatGap(best.solution.logLikelihood - nearest.solution.logLikelihood)
  return say(
    '{name} has the best log-likelihood (ARI {index}), but {other}, {gap} below, is nearer to what is known (ARI {nearest}).',
    { name, index: index(best), other: nameOfSolution(nearest.solution), gap, nearest: index(nearest) },
  )
}
