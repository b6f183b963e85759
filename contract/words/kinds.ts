import type { SolutionView } from '../views.ts'

/** What a solution is among those of its cell. */
export type SolutionKind = SolutionView['kind']

/** A kind in a word or two. */
export const KIND_NAMES: Record<SolutionKind, string> = {
  best: 'best',
  'near-tie': 'near tie',
  inferior: 'inferior',
  spurious: 'spurious',
  saddle: 'saddle',
  emptied: 'emptied',
  unfinished: 'unfinished',
}

/** What makes a solution one of a kind; goes on after the name and a colon. */
export const KIND_MEANINGS: Record<SolutionKind, string> = {
  best: 'the highest log-likelihood that is not set aside.',
  'near-tie': 'less than 2 below the best: the data hardly tell the two apart.',
  inferior: 'a lower maximum, which EM climbed to and could not leave.',
  spurious: 'a component holds too few rows or is a sliver, so the height is an artefact. Set aside.',
  saddle: 'two components coincide: no maximum, for EM never parts exact twins. Set aside.',
  emptied: 'a component holds less than one row: a solution with fewer components. Set aside.',
  unfinished: 'all restarts that came to it were stopped before they had converged.',
}

/** What a solution is called: where a spurious one wins, the sound one that would have is still named. */
export function kindName(kind: SolutionKind, wins: boolean): string {
  if (wins) return kind === 'best' ? KIND_NAMES.best : `best (${KIND_NAMES[kind]})`
  return kind === 'best' ? 'best sound one' : KIND_NAMES[kind]
}
