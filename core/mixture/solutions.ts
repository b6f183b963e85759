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

/** From this difference on, two log-likelihoods near this one belong to different solutions: max(1e-4, 1e-6 |l|). */
export function solutionGap(logLikelihood: number): number {
  return Math.max(LOG_LIKELIHOOD_GAP, RELATIVE_GAP * Math.abs(logLikelihood))
}

/**
 * Groups restarts into solutions, highest log-likelihood first; the order of the candidates does not matter. Two are one
 * solution if their log-likelihoods differ by less than `solutionGap` and `isSame` says that they are the same model (see
 * `createSameness`). Collapsed and dropped restarts form none. Costs a sort, and a comparison with each solution within the gap.
 */
export function groupSolutions<Restart extends Candidate>(
  candidates: readonly Restart[],
  isSame: (a: Mixture, b: Mixture) => boolean,
): Solution<Restart>[] {
  const steps = groupingSteps(candidates, isSame)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** The same a step at a time, for a thread that has other things to do: it yields after each comparison. */
export function* groupingSteps<Restart extends Candidate>(
  candidates: readonly Restart[],
  isSame: (a: Mixture, b: Mixture) => boolean,
): Generator<undefined, Solution<Restart>[]> {
  const ranked = candidates.filter(usable).sort(byLogLikelihood)
  const solutions: Solution<Restart & Usable>[] = []
  let near = 0
  for (const candidate of ranked) {
    while (near < solutions.length && !isNear(solutions[near].best, candidate)) near++
    let at = near
    while (at < solutions.length && !isSame(solutions[at].best.mixture, candidate.mixture)) {
      at++
      yield
    }
    if (at < solutions.length) solutions[at].restarts.push(candidate)
    else solutions.push({ best: candidate, restarts: [candidate], unfinished: false })
    yield
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
  return b.logLikelihood - a.logLikelihood || a.index - b.index || (a.id < b.id ? -1 : 1)
}

/** A solution too far above one candidate is too far above all that follow. */
function isNear(best: Usable, other: Usable): boolean {
  return best.logLikelihood - other.logLikelihood < solutionGap(best.logLikelihood)
}
