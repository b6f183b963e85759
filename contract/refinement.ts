import type { Initialisation, Refinement } from '../core/mixture/types.ts'

const REFINEMENTS = ['split', 'swap', 'split-merge'] as const satisfies readonly Refinement[]

/** Whether a restart started from a solution found before: it is no independent start, and no hit. */
export function isRefinement(initialisation: Initialisation): initialisation is Refinement {
  return (REFINEMENTS as readonly Initialisation[]).includes(initialisation)
}
