import { createRandom } from '../../random/random.ts'
import { createEm, type Em } from '../em.ts'
import { copyParameters, type Parameters } from '../parameters.ts'
import { startRows } from '../start/sample.ts'
import type { RestartRequest } from '../types.ts'
import { climb } from './climb.ts'

const TOLERANCE = 0.1
const MOST_ITERATIONS = 1000

/**
 * Climbs on the random rows that the start has read, where there are more, and leaves `first` where that leads; as it was where
 * it leads nowhere. What is still to gain on the sample is then small against what the sample cannot tell. False if it was stopped.
 */
export function climbSample(
  em: Em,
  { seed, acceleration }: RestartRequest,
  first: Parameters,
  stopped: () => boolean,
): boolean {
  const rows = startRows(em.rows, createRandom(seed))
  if (rows === em.rows) return true
  const own = createEm(rows, em.setting, stopped)
  const start = own.create()
  copyParameters(first, start)
  const { status, ascent } = climb(
    own,
    {
      tolerance: TOLERANCE,
      accelerated: acceleration === 'squarem',
      leastLimit: -Infinity,
      maxIterations: MOST_ITERATIONS,
      pauseAfter: Infinity,
      passed: () => undefined,
    },
    { kind: 'start', parameters: start, iterations: 0 },
  )
  if (status === 'converged' || status === 'iteration-limit') copyParameters(ascent.reached.parameters, first)
  return status !== 'stopped'
}
