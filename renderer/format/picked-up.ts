import { isIndependent } from '../../contract/refinement.ts'
import type { RecoverableView } from '../../contract/session-views.ts'
import type { FitSummary } from '../../contract/views.ts'
import { say } from '../../contract/words/say.ts'
import { formatWhen } from './when.ts'

/** Restarts of a fit that was interrupted: those that had ended, and all; null of any other fit. */
export function interruptedAt(fit: FitSummary | undefined): { ended: number; all: number } | null {
  if (fit?.interrupted !== true) return null
  const starts = fit.restarts.filter(isIndependent)
  return { ended: starts.filter(({ state }) => state !== 'stopped').length, all: starts.length }
}

/** What is said once work that was kept is open again. */
export function describePickedUp({ file, saved }: RecoverableView, fit: FitSummary | undefined): string {
  const back = { file, when: formatWhen(saved) }
  const at = interruptedAt(fit)
  return at === null
    ? say('Picked up {file}, kept {when}.', back)
    : say(
        'Picked up {file}, kept {when}. Its fit was stopped when Basin ended: {ended, number} of {all, plural, one {# restart} other {# restarts}} had ended, and are back.',
        { ...back, ...at },
      )
}

/** `150 rows, 12 of 40 restarts`. */
export function describeKept({ rows, restarts, waiting }: RecoverableView): string {
  if (restarts === 0) return say('{rows, plural, one {# row} other {# rows}}', { rows })
  return waiting === 0
    ? say(
        '{rows, plural, one {# row} other {# rows}}, {restarts, plural, one {# restart} other {# restarts}}',
        { rows, restarts },
      )
    : say(
        '{rows, plural, one {# row} other {# rows}}, {ended, number} of {restarts, plural, one {# restart} other {# restarts}}',
        { rows, ended: restarts - waiting, restarts },
      )
}
