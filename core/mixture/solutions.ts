import { matchComponents } from './matching.ts'
import { adjustedRandIndex, contingency } from './partition.ts'
import type { Mixture, RestartStatus } from './types.ts'

/** One restart as the grouping sees it. All of one call share components and covariance model. */
export interface Candidate {
  id: string
  /** 0-based within (components, covariance). */
  index: number
  status: RestartStatus
  logLikelihood: number | null
  mixture: Mixture | null
}

/** Restarts that reached the same optimum. */
export interface Solution {
  /** The restart with the highest log-likelihood, ties by index: the one the solution is shown by. */
  best: Candidate
  /** All of them, highest log-likelihood first. */
  restarts: Candidate[]
  /** Every one of its restarts was stopped, so the optimum itself was not reached. */
  unfinished: boolean
}

const LOG_LIKELIHOOD_GAP = 1e-4
const RELATIVE_GAP = 1e-6
const PARAMETER_DISTANCE = 0.01
const SAME_PARTITION = 0.999

/**
 * Groups restarts into solutions, highest log-likelihood first; the order of the candidates does not matter. Two are one
 * solution if their log-likelihoods differ by less than max(1e-4, 1e-6 |l|) and either their matched parameters differ by less
 * than 0.01 (in units of `spread` [d], the column standard deviations) or their labels of a sample of rows have an adjusted
 * Rand index above 0.999. Collapsed restarts form none. `sampleLabels` gives a restart's labels of the same sample of rows
 * each time; null where there are none, which never agree; it is asked
 * only where the parameters do not decide, and may be left out.
 */
export function groupSolutions(
  candidates: readonly Candidate[],
  spread: Float64Array,
  sampleLabels?: (candidate: Candidate) => Uint8Array | null,
): Solution[] {
  const ranked = candidates.filter(usable).sort(byLogLikelihood)
  const solutions: (Solution & { best: Usable })[] = []
  for (const candidate of ranked) {
    const home = solutions.find((solution) => same(solution.best, candidate, spread, sampleLabels))
    if (home === undefined) solutions.push({ best: candidate, restarts: [candidate], unfinished: false })
    else home.restarts.push(candidate)
  }
  for (const solution of solutions) {
    solution.unfinished = solution.restarts.every((restart) => restart.status === 'stopped')
  }
  return solutions
}

/** A restart that found parameters. */
interface Usable extends Candidate {
  logLikelihood: number
  mixture: Mixture
}

function usable(candidate: Candidate): candidate is Usable {
  return candidate.status !== 'collapsed' && candidate.mixture !== null && candidate.logLikelihood !== null
}

function byLogLikelihood(a: Usable, b: Usable): number {
  return b.logLikelihood - a.logLikelihood || a.index - b.index
}

function same(
  best: Usable,
  other: Usable,
  spread: Float64Array,
  sampleLabels?: (candidate: Candidate) => Uint8Array | null,
): boolean {
  const gap = best.logLikelihood - other.logLikelihood
  if (gap >= Math.max(LOG_LIKELIHOOD_GAP, RELATIVE_GAP * Math.abs(best.logLikelihood))) return false
  if (matchComponents(best.mixture, other.mixture, spread).distance < PARAMETER_DISTANCE) return true
  const left = sampleLabels?.(best) ?? null
  const right = sampleLabels?.(other) ?? null
  if (left === null || right === null) return false
  const table = contingency(left, right, best.mixture.components, other.mixture.components)
  return table.rows > 0 && adjustedRandIndex(table) > SAME_PARTITION
}
