import { STOPPED, type Failure } from '../collapse.ts'
import type { Em } from '../em.ts'
import { copyParameters, type Parameters } from '../parameters.ts'
import { randomRows } from './random-rows.ts'
import type { StartMethod } from './context.ts'

const TRIES = 10
const LAST_SHARE = 0.01
const MOST_ITERATIONS = 100

/** emEM (Biernacki, Celeux & Govaert 2003): ten short runs from random rows, the one with the highest log-likelihood goes on. */
export const shortRuns: StartMethod = (context, to) => {
  const { em } = context
  const current = em.create()
  const next = em.create()
  let best = -Infinity
  let last: Failure | null = null
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const failure = randomRows(context, current)
    const reached = failure ?? climb(em, current, next)
    if (typeof reached === 'number') {
      if (reached > best) {
        best = reached
        copyParameters(current, to)
      }
    } else if (reached.kind === 'stopped') return reached
    else last = reached
  }
  return best > -Infinity ? null : last
}

/**
 * EM until an iteration gains less than 1 % of all that was gained since the first M-step; leaves `current` at the
 * log-likelihood it returns.
 */
function climb(em: Em, current: Parameters, next: Parameters): number | Failure {
  if (!em.expect(current)) return STOPPED
  let first = -Infinity
  let before = -Infinity
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    const failure = em.maximise(current, next)
    if (failure !== null) return failure
    copyParameters(next, current)
    if (!em.expect(current)) return STOPPED
    const now = em.kernel.logLikelihood
    if (iteration === 0) first = now
    else if (!(now > before && now - before >= LAST_SHARE * (now - first))) return now
    before = now
  }
  return before
}
