import { cholesky } from '../linalg/cholesky.ts'
import { packedLength } from '../linalg/packed.ts'
import { createRandom } from '../random/random.ts'
import type { Mixture } from './types.ts'

/**
 * So many rows drawn from a mixture, as columns [d][rows] over shared memory, in the units of the mixture. The same seed (unsigned
 * 32-bit) draws the same rows. Throws a RangeError where a covariance is not positive definite.
 */
export function simulate(mixture: Mixture, rows: number, seed: number): Float64Array[] {
  const { components, dimension: d, weights, means } = mixture
  const { deviations, factors } = factorsOf(mixture)
  const size = packedLength(d)
  const random = createRandom(seed)
  const columns = Array.from({ length: d }, () => new Float64Array(new SharedArrayBuffer(rows * 8)))
  const white = new Float64Array(d)
  for (let row = 0; row < rows; row++) {
    const k = draw(weights, components, random.next())
    for (let i = 0; i < d; i++) {
      white[i] = random.normal()
      const at = k * size + (i * (i + 1)) / 2
      let sum = 0
      for (let j = 0; j <= i; j++) sum += factors[at + j] * white[j]
      columns[i][row] = means[k * d + i] + deviations[k * d + i] * sum
    }
  }
  return columns
}

/** The component in whose share of [0, 1) `place` lies; the last where rounding leaves it in none. */
function draw(weights: Float64Array, components: number, place: number): number {
  let k = 0
  for (let end = weights[0]; place >= end && k < components - 1;) end += weights[++k]
  return k
}

/** Standard deviations [K × d], and the Cholesky factors of the correlations, packed [K × d(d + 1)/2]. */
function factorsOf({ components, dimension: d, covariances }: Mixture) {
  const size = packedLength(d)
  const deviations = new Float64Array(components * d)
  const factors = new Float64Array(components * size)
  for (let k = 0; k < components; k++) {
    for (let i = 0; i < d; i++) deviations[k * d + i] = Math.sqrt(covariances[(k * d + i) * d + i])
    for (let i = 0, t = k * size; i < d; i++) {
      for (let j = 0; j <= i; j++, t++)
        factors[t] = covariances[(k * d + i) * d + j] / deviations[k * d + i] / deviations[k * d + j]
    }
    if (cholesky(factors, factors, d, k * size) >= 0)
      throw new RangeError(`The covariance matrix of component ${k + 1} is not positive definite.`)
  }
  return { deviations, factors }
}
