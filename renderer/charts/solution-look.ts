import { ASIDE_COLOUR, SOLUTION_COLOURS, type Colour } from '../../contract/colours.ts'

/** How a solution looks in the landscape. Its letter tells it for certain: colours and dashes repeat after twenty. */
export interface SolutionLook extends Colour {
  /** Lengths of dashes and gaps in pixels; empty for a line without gaps. */
  dash: readonly number[]
}

const DASHES: readonly (readonly number[])[] = [[], [7, 3], [2, 2], [8, 3, 2, 3]]

const ASIDE: SolutionLook = { ...ASIDE_COLOUR, dash: [3, 3] }

/** By the place of a solution among those that may be taken as best, from 0; null for one that is set aside. */
export function solutionLook(place: number | null): SolutionLook {
  if (place === null) return ASIDE
  const colour = SOLUTION_COLOURS[place % SOLUTION_COLOURS.length] ?? ASIDE_COLOUR
  return { ...colour, dash: DASHES[Math.floor(place / SOLUTION_COLOURS.length) % DASHES.length] ?? [] }
}
