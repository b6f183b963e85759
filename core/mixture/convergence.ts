const ROUNDING = 2e-15
const SMALL_CHANGE = 1e-8

/** Watches one restart. */
export interface Convergence {
  /**
   * The next log-likelihood; under regularisation also the energy of the step that led to it (see `stepEnergy`), else null.
   * True once the restart has converged.
   */
  reached(logLikelihood: number, energy: number | null): boolean
}

/**
 * Converged when the estimated log-likelihood still to gain is below `tolerance` and the last change is small against the
 * log-likelihood, or when two changes in a row are mere rounding. The estimate is Aitken's (Böhning et al. 1994; McNicholas et
 * al. 2010): change × a / (1 − a) with a the ratio of successive changes. Under regularisation the plain log-likelihood may
 * turn round on its way, where its changes vanish though the parameters still move; a is then the ratio of successive step
 * lengths, and the energy still to come must be below the tolerance as well.
 */
export function createConvergence(tolerance: number): Convergence {
  let before = NaN
  let last = NaN
  let lastEnergy = NaN
  let quiet = 0

  function settled(change: number, energy: number | null): boolean {
    if (energy === null) {
      const ratio = change / (last - before)
      return ratio > 0 && ratio < 1 && (change * ratio) / (1 - ratio) < tolerance && change >= 0
    }
    const ratio = Math.sqrt(energy / lastEnergy)
    const toCome = ratio / (1 - ratio)
    return ratio < 1 && Math.abs(change) * toCome < tolerance && energy * toCome * toCome < tolerance
  }

  return {
    reached(logLikelihood, energy) {
      const change = logLikelihood - last
      const scale = 1 + Math.abs(logLikelihood)
      quiet = Math.abs(change) <= ROUNDING * scale && (energy ?? 0) < tolerance ? quiet + 1 : 0
      const done = quiet >= 2 || (Math.abs(change) < SMALL_CHANGE * scale && settled(change, energy))
      before = last
      last = logLikelihood
      lastEnergy = energy ?? NaN
      return done
    },
  }
}
