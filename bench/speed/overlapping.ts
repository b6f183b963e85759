import { createRandom, type Random } from '../../core/random/random.ts'
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

/** Least distance between two means, in standard deviations: near enough that the groups overlap and EM has work to do. */
const DISTANCE = 4
const TILT = 0.6

/** Overlapping Gaussian groups, each with a covariance of its own. The same arguments give the same numbers everywhere. */
export function overlapping(rows: number, dimension: number, components: number, seed = 1): Sample {
  const random = createRandom(seed)
  const means = spacedMeans(random, components, dimension)
  const tilts = Float64Array.from(means, () => TILT * random.normal())
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

/** Normal means, each drawn again, ever wider, until it keeps its distance from those before. */
function spacedMeans(random: Random, components: number, dimension: number): Float64Array {
  const means: number[][] = []
  for (let sd = DISTANCE / Math.sqrt(2 * dimension); means.length < components; sd *= 1.01) {
    const drawn = Array.from({ length: dimension }, () => sd * random.normal())
    if (means.every((mean) => Math.hypot(...mean.map((value, j) => value - drawn[j])) >= DISTANCE))
      means.push(drawn)
  }
  return Float64Array.from(means.flat())
}

/** The rows as columns. */
export function columnsOf({ rows, dimension, values }: Omit<Sample, 'start'>): Float64Array[] {
  return Array.from({ length: dimension }, (_, j) =>
    Float64Array.from({ length: rows }, (_, row) => values[row * dimension + j]),
  )
}
