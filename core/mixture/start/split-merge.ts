import type { Mixture } from '../types.ts'
import type { StartMethod } from './context.ts'
import { givenStart } from './given.ts'
import { rankChanges } from './promise.ts'
import { sampleRows } from './sample.ts'
import { baseOf, splitComponent } from './split.ts'
import { STOPPED } from '../collapse.ts'

const MOST_ROWS = 2_000

/**
 * Split and merge (Ueda, Nakano, Ghahramani & Hinton 2000): in a solution of three components or more two become one and another
 * falls in two along its main axis. `variant` counts through the five most promising changes; see `rankChanges`. Of two
 * components or one there is no such change, and the start is the solution itself.
 */
export const splitMerge: StartMethod = ({ em, request, random, stopped }, to) => {
  const { mixture, variant } = baseOf(request, 0)
  const changes = rankChanges(mixture, sampleRows(em.rows, MOST_ROWS, random), stopped)
  if (changes === null) return STOPPED
  if (changes.length === 0) return givenStart(em, { kind: 'parameters', mixture }, to)
  const { merged, parted } = changes[variant % changes.length]
  const apart = splitComponent(mixture, parted, em.rows.spread)
  const changed = mergeComponents(apart, merged[0], merged[1])
  return givenStart(em, { kind: 'parameters', mixture: changed }, to)
}

/** The mixture with `second` merged into `first`: the weight, mean and covariance of the two together. */
export function mergeComponents(mixture: Mixture, first: number, second: number): Mixture {
  const { components, dimension: d, weights, means, covariances } = mixture
  const weight = weights[first] + weights[second]
  const share = weight > 0 ? weights[second] / weight : 0.5
  const gap = Float64Array.from({ length: d }, (_, j) => means[second * d + j] - means[first * d + j])
  const joint = {
    weights: weights.slice(),
    means: means.slice(),
    covariances: covariances.slice(),
  }
  joint.weights[first] = weight
  for (let i = 0; i < d; i++) {
    joint.means[first * d + i] = means[first * d + i] + share * gap[i]
    for (let j = 0; j < d; j++) {
      const at = (first * d + i) * d + j
      const other = covariances[(second * d + i) * d + j]
      joint.covariances[at] =
        (1 - share) * covariances[at] + share * other + share * (1 - share) * gap[i] * gap[j]
    }
  }
  const without = (values: Float64Array, size: number) =>
    values.filter((_, at) => Math.floor(at / size) !== second)
  return {
    components: components - 1,
    dimension: d,
    weights: without(joint.weights, 1),
    means: without(joint.means, d),
    covariances: without(joint.covariances, d * d),
    ...(mixture.noise && { noise: mixture.noise }),
  }
}
