import type { Flag } from './types.ts'

/**
 * What a solution is beside the others with as many components and the same covariance model.
 * `emptied`: a component holds less than one row. `saddle`: components coincide. `spurious`: a component holds too few rows or is a
 * sliver. These three are set aside. `best`: the highest log-likelihood that is not set aside; one at most. `unfinished`: not best,
 * and all its restarts were stopped. `near-tie`: less than `NEAR_TIE` below the best. `inferior`: the rest.
 */
export type SolutionKind = 'best' | 'near-tie' | 'inferior' | 'spurious' | 'saddle' | 'emptied' | 'unfinished'

/**
 * Log-likelihood below the best up to which the data hardly tell two solutions apart: two units of support (Edwards 1972), a likelihood
 * ratio of e² = 7.4, short of the 8 that Royall (1997) asks for as fairly strong evidence. Solutions of one cell have as many
 * parameters each, so their BICs differ by twice that.
 */
export const NEAR_TIE = 2

/** A solution as far as its kind depends on it. */
interface Judged {
  logLikelihood: number
  /** Of the restart it is shown by. */
  flags: readonly Pick<Flag, 'code'>[]
  unfinished: boolean
}

/** The kinds of the solutions of one cell, which come highest log-likelihood first. */
export function kindsOf(solutions: readonly Judged[]): SolutionKind[] {
  const best = solutions.find((solution) => asideKind(solution) === null)
  return solutions.map((solution) => {
    const aside = asideKind(solution)
    if (aside !== null) return aside
    if (best === undefined || solution === best) return 'best'
    if (solution.unfinished) return 'unfinished'
    return best.logLikelihood - solution.logLikelihood < NEAR_TIE ? 'near-tie' : 'inferior'
  })
}

function asideKind({ flags }: Judged): SolutionKind | null {
  const has = (wanted: Flag['code']) => flags.some(({ code }) => code === wanted)
  return has('emptied') ? 'emptied' : has('saddle') ? 'saddle' : has('spurious') ? 'spurious' : null
}
