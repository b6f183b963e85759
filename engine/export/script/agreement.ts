import type { Mixture, RestartRequest } from '../../../core/mixture/types.ts'
import { EngineError } from '../../../contract/errors.ts'
import type { Expected } from './recipe.ts'

/** A mixture and what it comes to. */
export interface Reached extends Expected {
  mixture: Mixture
}

/** Where a script starts and what it then comes to. */
export interface Agreement {
  from: 'start' | 'end'
  start: Mixture
  expected: Expected
  /** Where EM from the restart's start ended; null where it collapsed. */
  tried: Reached | null
}

/** The script asserts 1e-6. */
const GAP = 5e-7

/** Another request's plain EM from these parameters, until it has converged. */
export function plainRequest(request: RestartRequest, mixture: Mixture, rows: number): RestartRequest {
  return {
    ...request,
    initialisation: 'given',
    start: { kind: 'parameters', mixture },
    acceleration: 'none',
    subsample: false,
    tolerance: Math.max(1e-9, 1e-12 * rows),
    maxIterations: 100_000,
  }
}

/**
 * EM step by step, as other programs run it, from where a restart started may end elsewhere than the restart did: it took longer
 * steps, or was stopped, or has a ridge that the other program lacks. Then the script starts from where the restart ended,
 * and what it expects is what EM makes of that. `climb` is such an EM, null where it collapses.
 */
export async function agree(
  start: Mixture | null,
  end: Reached,
  climb: (from: Mixture) => Promise<Reached | null>,
): Promise<Agreement> {
  const tried = start === null ? null : await climb(start)
  if (start !== null && tried !== null && isSame(tried, end))
    return { from: 'start', start, expected: merged(end, tried), tried }
  const again = await climb(end.mixture)
  if (again === null)
    throw new EngineError(
      'no-usable-model',
      'A script cannot repeat this fit: without what kept it from that, EM goes on from there to a collapse.',
      'Take another solution, or save the model instead.',
    )
  if (start !== null && tried !== null && isSame(tried, again))
    return { from: 'start', start, expected: merged(again, tried), tried }
  const expected = isSame(again, end) ? merged(end, again) : merged(again, again)
  return { from: 'end', start: end.mixture, expected, tried }
}

/** Whether two fits have the same log-likelihood, to what a script checks, and clusters of the same sizes. */
export function isSame(one: Expected, other: Expected): boolean {
  const slack = Math.max(one.borderline, other.borderline)
  return (
    Math.abs(one.logLikelihood - other.logLikelihood) <= GAP * Math.abs(other.logLikelihood) &&
    one.sizes.every((size, k) => Math.abs(size - other.sizes[k]) <= slack)
  )
}

const merged = ({ logLikelihood, sizes, borderline }: Expected, other: Expected): Expected => ({
  logLikelihood,
  sizes,
  borderline: Math.max(borderline, other.borderline),
})
