import type { Convergence } from '../convergence.ts'
import type { Parameters } from '../parameters.ts'
import type { Flag, RestartStatus } from '../types.ts'

const SLOWEST = 0.999
/** Of the arithmetic, ten times over. */
const ROUNDING = 2e-15

/**
 * A restart that stopped at the tolerance while each iteration still gained more than 99.9 % of what the one before had gained.
 * Aitken's estimate divides by what is missing to 100 %, so it is then not to be trusted; gains that are mere rounding tell nothing.
 * Free of units. `rows`: n, or the sum of their weights.
 */
export function plateauFlags(
  status: RestartStatus,
  { ratio, change, rounding }: Convergence,
  parameters: Parameters,
  rows: number,
): Flag[] {
  if (status !== 'converged' || !(ratio > SLOWEST && ratio < 1)) return []
  if (rounding || Math.abs(change) <= ROUNDING * rows * inflation(parameters)) return []
  return [
    {
      code: 'plateau',
      message:
        'It stopped on a plateau: every iteration still gained almost as much as the one before, so more may be left than was estimated. Set a smaller tolerance to go on.',
    },
  ]
}

/**
 * By how much more than itself a relative error of the covariances moves the log-likelihood of a row: Σ w Σ S_jj U_jj², U the inverse
 * Cholesky factor. Each term is a column's variance over what the columns before it leave of that.
 */
function inflation({
  components,
  family,
  dimension: d,
  stride,
  weights,
  covariances,
  whiteners,
}: Parameters) {
  let sum = 0
  for (let k = 0; k < components; k++) {
    for (let j = 0; j < d; j++) {
      const at = k * stride + (family === 'full' ? (j * (j + 3)) / 2 : j)
      sum += weights[k] * covariances[at] * whiteners[at] ** 2
    }
  }
  return sum
}
