import { outdoneBy, type ReachedCell } from '../../core/mixture/under-searched.ts'
import { LIMITS } from '../../contract/limits.ts'
import { isSetAside } from '../../contract/set-aside.ts'
import type { SolutionView, Warning } from '../../contract/views.ts'
import { phrase, told } from '../../contract/words/say.ts'

interface SolvedCell extends Pick<SolutionView, 'components' | 'covariance'> {
  /** Highest log-likelihood first. */
  solutions: readonly SolutionView[]
}

/** For each cell the solution of another that shows it to be searched too little (see `outdoneBy`); null where there is none. */
export function outdoneCells(cells: readonly SolvedCell[], noise: boolean): (SolutionView | null)[] {
  const reached = cells.map(({ components, covariance, solutions }): ReachedCell & { top?: SolutionView } => {
    const top = solutions.find(({ warnings }) => !isSetAside(warnings))
    const maximum = solutions.find(({ kind }) => kind !== 'saddle' && kind !== 'emptied')
    const best = top?.logLikelihood ?? null
    return { components, covariance, best, highest: maximum?.logLikelihood ?? null, ...(top && { top }) }
  })
  return reached.map((cell) => outdoneBy(cell, reached, noise)?.top ?? null)
}

const MANY = 40
const TIMES = 4

/** What to say of a cell's best solution where one of a cell that it contains is better. `restarts`: those that the cell has had. */
export function fewRestarts(best: SolutionView, by: SolutionView, restarts: number): Warning {
  const { components, covariance } = by
  const said =
    covariance === best.covariance
      ? phrase(
          '{components, plural, one {# component fits} other {# components fit}} better than these {these}, so a better solution with {these} exists. Ask for more restarts.',
          { components, these: best.components },
        )
      : phrase(
          '{covariance} with {components, plural, one {# component} other {# components}} fits better, and {container} with {these} contains it, so a better solution exists. Ask for more restarts.',
          { covariance, components, container: best.covariance, these: best.components },
        )
  const more = Math.min(LIMITS.restarts, Math.max(MANY, TIMES * restarts))
  return {
    code: 'few-restarts',
    ...told(said),
    ...(more > restarts && { remedies: [{ kind: 'restarts', restarts: more }] }),
  }
}
