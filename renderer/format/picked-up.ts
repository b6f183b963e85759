import { isIndependent } from '../../contract/refinement.ts'
import type { RecoverableView } from '../../contract/session-views.ts'
import type { FitSummary } from '../../contract/views.ts'
import { formatCount } from './number.ts'
import { plural } from './plural.ts'
import { formatWhen } from './when.ts'

/** Restarts of a fit that was interrupted: those that had ended, and all; null of any other fit. */
export function interruptedAt(fit: FitSummary | undefined): { ended: number; all: number } | null {
  if (fit?.interrupted !== true) return null
  const starts = fit.restarts.filter(isIndependent)
  return { ended: starts.filter(({ state }) => state !== 'stopped').length, all: starts.length }
}

/** What is said once work that was kept is open again. */
export function describePickedUp({ file, saved }: RecoverableView, fit: FitSummary | undefined): string {
  const back = `Picked up ${file}, kept ${formatWhen(saved)}.`
  const at = interruptedAt(fit)
  if (at === null) return back
  const had = `${formatCount(at.ended)} of ${plural(at.all, 'restart')} had ended, and are back`
  return `${back} Its fit was stopped when Basin ended: ${had}.`
}

/** `150 rows, 12 of 40 restarts`. */
export function describeKept({ rows, restarts, waiting }: RecoverableView): string {
  if (restarts === 0) return plural(rows, 'row')
  const ended = waiting === 0 ? '' : `${formatCount(restarts - waiting)} of `
  return `${plural(rows, 'row')}, ${ended}${plural(restarts, 'restart')}`
}
