import { LIMITS } from './limits.ts'
import { isSetAside } from './set-aside.ts'
import type { SolutionView } from './views.ts'

/**
 * How far below the best a good solution may lie where nothing else is asked for: twice as much is "very strong" evidence by
 * Kass & Raftery (1995).
 */
export const GOOD_GAP = 5

export interface GoodSolution {
  solution: SolutionView
  /** Log-likelihood of the best one minus this one's. */
  gap: number
  /** Its say: its hits, and 1 where refinements alone reached it. */
  weight: number
}

/**
 * The solutions that have a say in the consensus of a cell, best first: those not set aside whose log-likelihood is at most
 * `most` below the best of them; no more than `LIMITS.compared`.
 */
export function goodSolutions(
  solutions: readonly SolutionView[],
  { components, covariance }: Pick<SolutionView, 'components' | 'covariance'>,
  most: number,
): GoodSolution[] {
  const sound = solutions
    .filter((each) => each.components === components && each.covariance === covariance)
    .filter((each) => !isSetAside(each.warnings))
    .sort((a, b) => b.logLikelihood - a.logLikelihood)
  const top = sound[0]?.logLikelihood ?? 0
  return sound
    .map((solution) => ({
      solution,
      gap: top - solution.logLikelihood,
      weight: Math.max(1, solution.hits),
    }))
    .filter(({ gap }) => gap <= most)
    .slice(0, LIMITS.compared)
}
