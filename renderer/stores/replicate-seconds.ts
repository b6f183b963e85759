import type { FitSummary } from '../../contract/views.ts'
import { cellOf } from './ranking.ts'

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

/** A refinement starts near its end: it takes about so much of a restart. */
const REFINEMENT = 0.6

/**
 * About how long that will take: what a restart of each (components, covariance) took its thread in the fit, times the restarts that
 * will be run and as many refinements for each as the fit came to, shared by its threads. Null where no restart of the fit tells.
 */
export function replicateSeconds(
  fit: Pick<FitSummary, 'restarts' | 'refinements' | 'settings' | 'threads'>,
  { replicates, restarts, rows, within }: Again,
): number | null {
  const cells = new Map<string, FitSummary['restarts']>()
  for (const restart of fit.restarts) {
    if (restart.seconds === 0) continue
    const cell = cells.get(cellOf(restart))
    if (cell === undefined) cells.set(cellOf(restart), [restart])
    else cell.push(restart)
  }
  const refined = [...cells.values()].filter(([{ components }]) => components > 1).length
  const share = Math.min(1, restarts / fit.settings.restarts)
  const tries = refined === 0 ? 0 : (share * fit.refinements.tried) / refined
  let busy = 0
  for (const cell of cells.values()) {
    if (!within(cell[0])) continue
    const each = cell.reduce((sum, { seconds }) => sum + seconds, 0) / cell.length
    busy += each * (restarts + (cell[0].components > 1 ? REFINEMENT * tries : 0))
  }
  return busy === 0 ? null : (busy * rows * replicates) / fit.threads
}
