import type { Random } from '../../random/random.ts'
import type { Prepared, RestartOutcome, RestartRequest } from '../types.ts'
import { runRestart } from '../restart.ts'

/** A request for three components of VVV from random rows, unless changed. */
export function requestOf(change: Partial<RestartRequest> = {}): RestartRequest {
  return {
    components: 3,
    covariance: 'VVV',
    initialisation: 'random-rows',
    index: 0,
    seed: 7,
    tolerance: 1e-6,
    maxIterations: 2000,
    regularisation: { kind: 'relative', value: 0 },
    prior: 'none',
    eigenvalueRatio: null,
    acceleration: 'none',
    subsample: false,
    ...change,
  }
}

/** Three overlapping clouds of `each` rows in d columns, `apart` standard deviations from each other or twice as far. */
export function threeClouds(random: Random, each: number, d: number, apart = 2.2): Float64Array[] {
  return Array.from({ length: d }, (_, j) =>
    Float64Array.from(
      { length: 3 * each },
      (_, i) => random.normal() * (1 + ((i + j) % 3) / 4) + ((i * (j + 1)) % 3) * apart,
    ),
  )
}

/** A restart and its trace. */
export function runTraced(
  prepared: Prepared,
  change: Partial<RestartRequest>,
  stopped = () => false,
): { outcome: RestartOutcome; trace: number[] } {
  const trace: number[] = []
  const outcome = runRestart(prepared, requestOf(change), {
    stopped,
    iterated: (i, logLikelihood) => (trace[i] = logLikelihood),
  })
  return { outcome, trace }
}
