import type { FitSummary } from '../../contract/views.ts'

/** What is fitted again. */
export interface Again {
  replicates: number
  /** Per (components, covariance). */
  restarts: number
  /** The share of the rows. */
  rows: number
  /** Which restarts of the fit have a counterpart. */
  within: (restart: Pick<FitSummary['restarts'][number], 'components' | 'covariance'>) => boolean
}

/**
 * About how long that will take, from how long the fit took: in proportion to its restarts' own seconds, refinements alike. Null where
 * no restart of the fit tells.
 */
export function replicateSeconds(
  fit: Pick<FitSummary, 'restarts' | 'seconds' | 'settings'>,
  { replicates, restarts, rows, within }: Again,
): number | null {
  const secondsOf = (chosen: FitSummary['restarts']) =>
    chosen.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0)
  const all = secondsOf(fit.restarts)
  const again = secondsOf(fit.restarts.filter(within))
  if (all === 0 || again === 0) return null
  return fit.seconds * (again / all) * (restarts / fit.settings.restarts) * rows * replicates
}
