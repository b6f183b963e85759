import type { Convergence } from '../convergence.ts'
import type { Flag, RestartStatus } from '../types.ts'

const SLOWEST = 0.999

/**
 * A restart that stopped at the tolerance while each iteration still gained more than 99.9 % of what the one before had gained.
 * Aitken's estimate divides by what is missing to 100 %, so it is then not to be trusted. Free of units.
 */
export function plateauFlags(status: RestartStatus, { ratio, rounding }: Convergence): Flag[] {
  if (status !== 'converged' || rounding || !(ratio > SLOWEST && ratio < 1)) return []
  return [
    {
      code: 'plateau',
      message:
        'It stopped on a plateau: every iteration still gained almost as much as the one before, so more may be left than was estimated. Set a smaller tolerance to go on.',
    },
  ]
}
