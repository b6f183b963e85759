/** How a solution looks in the landscape. Its letter tells it for certain: colours and dashes repeat after twenty. */
export interface SolutionLook {
  light: string
  dark: string
  /** Lengths of dashes and gaps in pixels; empty for a line without gaps. */
  dash: readonly number[]
}

/* From plum to khaki, each step nearer to the background: told apart by lightness alone, and not taken for clusters. */
const COLOURS = [
  { light: '#4a1080', dark: '#dcc2ff' },
  { light: '#b32d80', dark: '#ec8ccb' },
  { light: '#e0584f', dark: '#e8667a' },
  { light: '#dd8f3e', dark: '#bd6c33' },
  { light: '#b9ab5c', dark: '#82723a' },
] as const
const DASHES: readonly (readonly number[])[] = [[], [7, 3], [2, 2], [8, 3, 2, 3]]

const ASIDE: SolutionLook = { light: '#8a929e', dark: '#7c8594', dash: [3, 3] }

/** By the place of a solution among those that may be taken as best, from 0; null for one that is set aside. */
export function solutionLook(place: number | null): SolutionLook {
  if (place === null) return ASIDE
  const colour = COLOURS[place % COLOURS.length] ?? COLOURS[0]
  return { ...colour, dash: DASHES[Math.floor(place / COLOURS.length) % DASHES.length] ?? [] }
}
