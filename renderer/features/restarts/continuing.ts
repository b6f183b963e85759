import type { RestartView } from '../../../contract/views.ts'
import { isUnderway } from '../../stores/ranking.ts'

/** Whether EM can go on from where a restart ended. */
export function canContinue(restart: RestartView): boolean {
  return restart.logLikelihood !== null && restart.state !== 'collapsed' && !isUnderway(restart)
}

/** Whether it stopped on a plateau: every step still gained almost as much as the one before. */
export function isOnPlateau({ warnings }: Pick<RestartView, 'warnings'>): boolean {
  return warnings.some(({ code }) => code === 'plateau')
}

/** A tolerance to go on with: a hundredth of that of the fit, short. */
export function tighterTolerance(tolerance: number): string {
  return String(Number((tolerance / 100).toPrecision(3)))
}
