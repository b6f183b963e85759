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
export interface Solution<Restart extends Candidate = Candidate> {
  /** The restart with the highest log-likelihood, ties by index: the one the solution is shown by. */
  best: Restart
  /** All of them, highest log-likelihood first. */
  restarts: Restart[]
  /** Every one of its restarts was stopped, so the optimum itself was not reached. */
  unfinished: boolean
}

const LOG_LIKELIHOOD_GAP = 1e-4
const RELATIVE_GAP = 1e-6
const PARAMETER_DISTANCE = 0.01
const SAME_PARTITION = 0.999

/** From this difference on, two log-likelihoods near this one belong to different solutions: max(1e-4, 1e-6 |l|). */
export function solutionGap(logLikelihood: number): number {
  return Math.max(LOG_LIKELIHOOD_GAP, RELATIVE_GAP * Math.abs(logLikelihood))
}

/**
 * Groups restarts into solutions, highest log-likelihood first; the order of the candidates does not matter. Two are one
 * solution if their log-likelihoods differ by less than `solutionGap` and either their matched parameters differ by less
 * than 0.01 (in units of `spread` [d], the column standard deviations) or their labels of a sample of rows have an adjusted
 * Rand index above 0.999. Collapsed and dropped restarts form none. `sampleLabels` gives a restart's labels of the same sample of rows
 * each time; null where there are none, which never agree; it is asked
 * only where the parameters do not decide, and may be left out.
 */
export function groupSolutions<Restart extends Candidate>(
  candidates: readonly Restart[],
  spread: Float64Array,
  sampleLabels?: (candidate: Candidate) => Uint8Array | null,
): Solution<Restart>[] {
  const ranked = candidates.filter(usable).sort(byLogLikelihood)
  const solutions: Solution<Restart & Usable>[] = []
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

function usable<Restart extends Candidate>(candidate: Restart): candidate is Restart & Usable {
  const { status, mixture, logLikelihood } = candidate
  return status !== 'collapsed' && status !== 'dropped' && mixture !== null && logLikelihood !== null
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
  if (best.logLikelihood - other.logLikelihood >= solutionGap(best.logLikelihood)) return false
  if (matchComponents(best.mixture, other.mixture, spread).distance < PARAMETER_DISTANCE) return true
  const left = sampleLabels?.(best) ?? null
  const right = sampleLabels?.(other) ?? null
  if (left === null || right === null) return false
  const table = contingency(left, right, best.mixture.components, other.mixture.components)
  return table.rows > 0 && adjustedRandIndex(table) > SAME_PARTITION
}
