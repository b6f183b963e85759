const ROUNDING = 1e-13
const SMALL_CHANGE = 1e-8

/** Watches the log-likelihoods of one restart. */
export interface Convergence {
  /** The next log-likelihood; true once the restart has converged. */
  reached(logLikelihood: number): boolean
}

/**
 * Converged when Aitken's estimate of the log-likelihood still to gain (Böhning et al. 1994; McNicholas et al. 2010) is
 * below `tolerance` and the last change is small against the log-likelihood, or when two changes in a row are mere rounding.
 * Under regularisation the plain log-likelihood may fall towards its limit, so the estimate counts by its size.
 */
export function createConvergence(tolerance: number): Convergence {
  let before = NaN
  let last = NaN
  let quiet = 0
  return {
    reached(logLikelihood) {
      const change = logLikelihood - last
      const ratio = change / (last - before)
      const left = Math.abs((change * ratio) / (1 - ratio))
      before = last
      last = logLikelihood
      const scale = 1 + Math.abs(logLikelihood)
      quiet = Math.abs(change) <= ROUNDING * scale ? quiet + 1 : 0
      if (quiet >= 2) return true
      return ratio > 0 && ratio < 1 && left < tolerance && Math.abs(change) < SMALL_CHANGE * scale
    },
  }
}
