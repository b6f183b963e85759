import type { FitProgress } from '../../contract/views.ts'
import { say } from '../../contract/words/say.ts'

/** How far a fit is: `17 of 40 restarts`, then `all 40 restarts · refining 7 of 20`. */
export function describeProgress({
  done,
  total,
  stage,
  tried,
  toTry,
}: Pick<FitProgress, 'done' | 'total' | 'stage' | 'tried' | 'toTry'>): string {
  if (stage === 'refining' && toTry > 0)
    return say(
      'all {total, plural, one {# restart} other {# restarts}} · refining {tried, number} of {toTry, number}',
      { total, tried, toTry },
    )
  return say('{ended, number} of {all, plural, one {# restart} other {# restarts}}', {
    ended: done,
    all: total,
  })
}

/** The part of the work that is done, of restarts and refinements together; null where the total is not known. */
export function progressFraction({
  done,
  total,
  tried,
  toTry,
}: Pick<FitProgress, 'done' | 'total' | 'tried' | 'toTry'>): number | null {
  return total === 0 ? null : (done + tried) / (total + toTry)
}
