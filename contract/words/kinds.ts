import type { SolutionView } from '../views.ts'
import { say } from './say.ts'

/** What a solution is among those of its cell. */
export type SolutionKind = SolutionView['kind']

/** A kind in a word or two. */
export const KIND_NAMES: Record<SolutionKind, string> = {
  best: say('best'),
  'near-tie': say('near tie'),
  inferior: say('inferior'),
  spurious: say('spurious'),
  saddle: say('saddle'),
  emptied: say('emptied'),
  unfinished: say('unfinished'),
}

/** What makes a solution one of a kind; goes on after the name and a colon. */
export const KIND_MEANINGS: Record<SolutionKind, string> = {
  best: say('the highest log-likelihood that is not set aside.'),
  'near-tie': say('less than 2 below the best: the data hardly tell the two apart.'),
  inferior: say('a lower maximum, which EM climbed to and could not leave.'),
  spurious: say('a component holds too few rows or is a sliver, so the height is an artefact. Set aside.'),
  saddle: say('two components coincide: no maximum, for EM never parts exact twins. Set aside.'),
  emptied: say('a component holds less than one row: a solution with fewer components. Set aside.'),
  unfinished: say('all restarts that came to it were stopped before they had converged.'),
}

/** What a solution is called: where a spurious one wins, the sound one that would have is still named. */
export function kindName(kind: SolutionKind, wins: boolean): string {
  if (wins) return kind === 'best' ? KIND_NAMES.best : say('best ({kind})', { kind: KIND_NAMES[kind] })
  return kind === 'best' ? say('best sound one') : KIND_NAMES[kind]
}
