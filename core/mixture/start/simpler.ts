import type { StartMethod } from './context.ts'
import { givenStart } from './given.ts'
import { baseOf } from './split.ts'

/**
 * From a solution with as many components of a covariance model that this one contains: the same mixture, so that the climb begins
 * at its log-likelihood.
 */
export const simpler: StartMethod = ({ em, request }, to) =>
  givenStart(em, { kind: 'parameters', mixture: baseOf(request, 0).mixture }, to)
