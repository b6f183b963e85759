import type { SolutionView, Warning } from '../../contract/views.ts'
import { isIndependent, type PlannedRestart } from './plan.ts'

/**
 * What to say of a solution that no restart reached, only a refinement; null of any other. `plan` is all restarts and
 * refinements, `solutions` what they reached.
 */
export function foundByRefinement(
  solution: SolutionView,
  plan: readonly PlannedRestart[],
  solutions: readonly SolutionView[],
): Warning | null {
  if (solution.hits > 0) return null
  const finder = plan.find(({ id }) => id === solution.restarts[0])
  if (finder?.from === undefined) return null
  const asked = plan.filter(
    (restart) =>
      isIndependent(restart) &&
      restart.covariance === solution.covariance &&
      restart.components === solution.components,
  ).length
  const { from } = finder
  const base = solutions.find(({ restarts }) => restarts.includes(from))?.id ?? ''
  const none = asked === 1 ? 'The one restart did not reach' : `None of the ${asked} restarts reached`
  return {
    code: 'found-by-refinement',
    message: `${none} this solution; ${deed(finder, base)} did. Run more restarts to see how rare it is.`,
  }
}

/** `base` is the solution that the refinement started from. */
function deed({ initialisation, components }: PlannedRestart, base: string): string {
  const letter = base.slice(base.lastIndexOf('-') + 1)
  switch (initialisation) {
    case 'split':
      return `splitting one component of solution ${letter} with ${components - 1} components`
    case 'simpler':
      return `going on from solution ${letter} of ${base.slice(0, base.indexOf('-'))}, which the model contains,`
    case 'split-merge':
      return `merging two components of solution ${letter} and splitting a third`
    default:
      return `moving one component of solution ${letter}`
  }
}
