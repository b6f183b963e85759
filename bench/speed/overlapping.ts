import { createRandom } from '../../core/random/random.ts'
import type { Mixture } from '../../core/mixture/types.ts'

/** Rows drawn from a Gaussian mixture, and parameters near the true ones to start from. */
export interface Sample {
  rows: number
  dimension: number
  components: number
  /** [rows × dimension] row-major. */
  values: Float64Array
  start: Mixture
}

/** Distance between two means, in standard deviations: far enough to be found, near enough that EM has work to do. */
const DISTANCE = 3.5
const TILT = 0.6

/** Overlapping Gaussian groups, each with a covariance of its own. The same arguments give the same numbers everywhere. */
export function overlapping(rows: number, dimension: number, components: number, seed = 1): Sample {
  const random = createRandom(seed)
  const normals = (count: number, sd: number) =>
    Float64Array.from({ length: count }, () => sd * random.normal())
  const means = normals(components * dimension, DISTANCE / Math.sqrt(2 * dimension))
  const tilts = normals(components * dimension, TILT)
  const values = new Float64Array(rows * dimension)
  for (let row = 0; row < rows; row++) {
    const k = Math.min(random.below(components), random.below(components + 1))
    const lean = random.normal()
    for (let j = 0; j < dimension; j++) {
      values[row * dimension + j] =
        means[k * dimension + j] + lean * tilts[k * dimension + j] + random.normal()
    }
  }
  const covariances = new Float64Array(components * dimension * dimension)
  for (let k = 0; k < components; k++) {
    for (let j = 0; j < dimension; j++) covariances[(k * dimension + j) * dimension + j] = 1.5
  }
  const start = {
    components,
    dimension,
    weights: new Float64Array(components).fill(1 / components),
    means: means.map((mean) => mean + 0.3 * random.normal()),
    covariances,
  }
  return { rows, dimension, components, values, start }
}

/** The rows as columns. */
export function columnsOf({ rows, dimension, values }: Omit<Sample, 'start'>): Float64Array[] {
  return Array.from({ length: dimension }, (_, j) =>
    Float64Array.from({ length: rows }, (_, row) => values[row * dimension + j]),
  )
}
