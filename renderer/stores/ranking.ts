import { isSetAside } from '../../contract/set-aside.ts'
import type { RestartView } from '../../contract/views.ts'

export interface RankedRestart {
  restart: RestartView
  /** 1 for the best; null where it reached nothing that can be compared. */
  rank: number | null
  /** Best log-likelihood minus this one; null with the rank. */
  gap: number | null
}

/** One combination of covariance model and number of components, as the restart ids begin: `VVV-3`. */
export function cellOf(restart: Pick<RestartView, 'covariance' | 'components'>): string {
  return `${restart.covariance}-${restart.components}`
}

/** Whether its log-likelihood may stand beside others: a collapsed restart's grows without bound. */
export function isUsable(restart: RestartView): boolean {
  return restart.logLikelihood !== null && restart.state !== 'collapsed'
}

/** Whether it is yet to end. */
export function isUnderway({ state }: Pick<RestartView, 'state'>): boolean {
  return state === 'waiting' || state === 'running'
}

/**
 * Restarts of one cell, best first; those that reached nothing come last, in the order they were started.
 * Gaps are measured from the best that may be taken as best.
 */
export function rankRestarts(
  restarts: readonly RestartView[],
  isAside: (warnings: RestartView['warnings']) => boolean = isSetAside,
): RankedRestart[] {
  const usable = restarts.filter(isUsable).sort(byLogLikelihood)
  const best = usable.find((restart) => !isAside(restart.warnings)) ?? usable[0]
  const top = best?.logLikelihood ?? 0
  return [
    ...usable.map((restart, at) => ({ restart, rank: at + 1, gap: top - (restart.logLikelihood ?? 0) })),
    ...restarts
      .filter((restart) => !isUsable(restart))
      .map((restart) => ({ restart, rank: null, gap: null })),
  ]
}

function byLogLikelihood(a: RestartView, b: RestartView): number {
  return (b.logLikelihood ?? -Infinity) - (a.logLikelihood ?? -Infinity) || a.index - b.index
}
