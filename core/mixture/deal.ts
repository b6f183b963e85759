import type { Initialisation, InitialisationChoice } from './types.ts'

const ROUND = ['short-runs', 'kmeans++', 'short-runs', 'random-rows'] as const

/** The start of restart `index` (0-based): `mixed` deals k-means to the first and goes round four starts with the others. */
export function dealInitialisation(
  choice: InitialisationChoice,
  index: number,
): Exclude<Initialisation, 'given'> {
  if (choice !== 'mixed') return choice
  return index === 0 ? 'kmeans' : ROUND[(index - 1) % ROUND.length]
}
