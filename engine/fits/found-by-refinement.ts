import type { SolutionView, Warning } from '../../contract/views.ts'
import { phrase, told, type Phrase } from '../../contract/words/say.ts'
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
      restart.removed !== true &&
      restart.covariance === solution.covariance &&
      restart.components === solution.components,
  ).length
  const { from } = finder
  const base = solutions.find(({ restarts }) => restarts.includes(from))?.id
  return {
    code: 'found-by-refinement',
    ...told(
      phrase(
        '{asked, plural, one {The one restart did not reach this solution} other {None of the {restarts} restarts reached this solution}}; {deed} did. Run more restarts to see how rare it is.',
        { asked, restarts: asked, deed: deed(finder, base) },
      ),
    ),
  }
}

/** `base` is the solution that the refinement started from; absent where all its restarts have been removed. */
function deed({ initialisation, components }: PlannedRestart, base: string | undefined): Phrase {
  if (base === undefined) return phrase('changing a solution whose restarts have been removed')
  const letter = base.slice(base.lastIndexOf('-') + 1)
  switch (initialisation) {
    case 'split':
      return phrase(
        'splitting one component of solution {letter} with {components, plural, one {# component} other {# components}}',
        { letter, components: components - 1 },
      )
    case 'simpler':
      return phrase('going on from solution {letter} of {model}, which the model contains,', {
        letter,
        model: base.slice(0, base.indexOf('-')),
      })
    case 'split-merge':
      return phrase('merging two components of solution {letter} and splitting a third', { letter })
    default:
      return phrase('moving one component of solution {letter}', { letter })
  }
}
