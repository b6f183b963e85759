import { packedLength } from '../linalg/packed.ts'
import { createKernel } from './kernel.ts'
import { createParameters, setIdentity } from './parameters.ts'
import { countOf } from './row-weights.ts'
import type { Prepared } from './types.ts'

/**
 * Covariance of all prepared rows, divisor n or the sum of their weights, packed [d(d + 1)/2], in their units; zero where there are no rows. `proceed` is
 * called once per block of rows, and ends the work if it throws.
 */
export function totalCovariance(
  prepared: Omit<Prepared, 'total'>,
  proceed: () => void = () => undefined,
): Float64Array {
  const { dimension } = prepared
  const rows = countOf(prepared)
  const total = new Float64Array(packedLength(dimension))
  if (rows === 0) return total
  const kernel = createKernel(prepared, 1, 'full')
  const identity = createParameters('full', 1, dimension)
  setIdentity(identity)
  const whole = (_: number, count: number, out: Float64Array) => out.fill(1, 0, count)
  const never = () => {
    proceed()
    return false
  }
  kernel.gather(whole, identity, never)
  const { values } = kernel.sums
  for (let i = 0, at = 0; i < dimension; i++) {
    for (let j = 0; j <= i; j++, at++) {
      total[at] = values[1 + dimension + at] / rows - (values[1 + i] / rows) * (values[1 + j] / rows)
    }
  }
  return total
}
