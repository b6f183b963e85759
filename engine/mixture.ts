import { createPosterior } from '../core/mixture/posterior.ts'
import type { Mixture } from '../core/mixture/types.ts'
import { EngineError } from '../contract/errors.ts'

/** Parameters as files write them: weights [K], means [K][d], covariances [K][d][d]. */
export interface Parameters {
  weights: number[]
  means: number[][]
  covariances: number[][][]
  /** Absent where there is no noise component. */
  noise?: { weight: number; logVolume: number } | undefined
}

/**
 * Parameters from a file as a mixture, their shapes and ranges checked. `gaps`: they were fitted to rows with missing cells. Throws
 * `invalid-input` in words.
 */
export function mixtureOf(
  { weights, means, covariances, noise }: Parameters,
  dimension: number,
  what: string,
  gaps = false,
): Mixture {
  const components = weights.length
  const refused = (message: string) =>
    new EngineError('invalid-input', `${what} ${message}.`, 'Use a file that Basin wrote, or mend it.')
  const sum = weights.reduce((total, weight) => total + weight, noise?.weight ?? 0)
  if (components === 0) throw refused('has no component')
  if (weights.some((weight) => weight <= 0) || Math.abs(sum - 1) > 1e-6)
    throw refused('must have weights above 0 that sum to 1')
  if (noise !== undefined && noise.weight < 0) throw refused('must not have a share of noise below 0')
  if (means.length !== components || covariances.length !== components)
    throw refused(`has ${components} weights, ${means.length} means and ${covariances.length} covariances`)
  const square = (matrix: number[][]) =>
    matrix.length === dimension && matrix.every((row) => row.length === dimension)
  if (!means.every((mean) => mean.length === dimension) || !covariances.every(square))
    throw refused(
      `does not have ${dimension} numbers per mean and ${dimension} × ${dimension} per covariance`,
    )
  if (!covariances.every(symmetric)) throw refused('has a covariance that is not symmetric')
  const mixture: Mixture = {
    components,
    dimension,
    weights: Float64Array.from(weights),
    means: Float64Array.from(means.flat()),
    covariances: Float64Array.from(covariances.flat(2)),
    ...(gaps && { gaps: true }),
    ...(noise !== undefined && { noise: { weight: noise.weight, logDensity: -noise.logVolume } }),
  }
  try {
    createPosterior(mixture)
  } catch {
    throw refused('has a covariance that is not positive definite')
  }
  return mixture
}

/** A mixture as files write it. */
export function parametersOf({
  components,
  dimension: d,
  weights,
  means,
  covariances,
  noise,
}: Mixture): Parameters {
  const row = (values: Float64Array, at: number) => Array.from(values.subarray(at * d, (at + 1) * d))
  const each = Array.from({ length: components }, (_, k) => k)
  return {
    weights: Array.from(weights),
    ...(noise !== undefined && { noise: { weight: noise.weight, logVolume: -noise.logDensity } }),
    means: each.map((k) => row(means, k)),
    covariances: each.map((k) => Array.from({ length: d }, (_, i) => row(covariances, k * d + i))),
  }
}

function symmetric(matrix: number[][]): boolean {
  return matrix.every((row, i) =>
    row.every(
      (value, j) =>
        Math.abs(value - matrix[j][i]) <= 1e-9 * Math.max(Math.abs(value), Math.abs(matrix[j][i])),
    ),
  )
}
