import type { Initialisation, Refinement } from '../core/mixture/types.ts'
import type { RestartView } from './views.ts'

const REFINEMENTS = ['split', 'swap', 'split-merge', 'simpler'] as const satisfies readonly Refinement[]

/** Whether a restart started from a solution found before: it is no independent start, and no hit. */
export function isRefinement(initialisation: Initialisation): initialisation is Refinement {
  return (REFINEMENTS as readonly Initialisation[]).includes(initialisation)
}

/** Whether a restart is one of the independent starts that hits are counted of: neither a refinement nor manual. */
export function isIndependent({
  initialisation,
  manual,
}: Pick<RestartView, 'initialisation' | 'manual'>): boolean {
  return !isRefinement(initialisation) && manual !== true
}
