import { eigenSymmetric } from '../../linalg/eigen.ts'
import type { Base, Mixture, RestartRequest } from '../types.ts'
import type { StartMethod } from './context.ts'
import { givenStart } from './given.ts'

const OFFSET = 0.7

/**
 * From a solution with one component fewer (Baudry & Celeux 2015): its component number `variant`, heaviest first, falls into
 * two of half the weight, 0.7 standard deviations to either side along its main axis.
 */
export const split: StartMethod = ({ em, request }, to) => {
  const { mixture, variant } = baseOf(request, 1)
  const parted = splitComponent(mixture, variant % mixture.components, em.rows.spread)
  return givenStart(em, { kind: 'parameters', mixture: parted }, to)
}

/** The base of a refinement. Throws a RangeError where it is missing or has not `fewer` components less than asked for. */
export function baseOf({ base, components, initialisation }: RestartRequest, fewer: number): Base {
  if (base?.mixture.components !== components - fewer)
    throw new RangeError(`The start ${initialisation} needs a base of ${components - fewer} components.`)
  return base
}

/**
 * The mixture with one component parted: the first half stands in its place, the second comes last. The main axis is that of the
 * columns divided by `spread` [d]; variance along it becomes 1 − 0.7² of what it was, so that the two together have the mean
 * and the covariance of the one.
 */
export function splitComponent(mixture: Mixture, component: number, spread: Float64Array): Mixture {
  const { components, dimension: d } = mixture
  const size = d * d
  const covariance = mixture.covariances.subarray(component * size, (component + 1) * size)
  const scaled = covariance.map((value, at) => value / (spread[Math.floor(at / d)] * spread[at % d]))
  const { values, vectors } = eigenSymmetric(scaled, d)
  const step = Float64Array.from(spread, (unit, j) => {
    return OFFSET * Math.sqrt(Math.max(0, values[0])) * vectors[j] * unit
  })
  const shrunk = covariance.map((value, at) => value - step[Math.floor(at / d)] * step[at % d])

  const weights = new Float64Array(components + 1)
  const means = new Float64Array((components + 1) * d)
  const covariances = new Float64Array((components + 1) * size)
  weights.set(mixture.weights)
  means.set(mixture.means)
  covariances.set(mixture.covariances)
  weights[component] = weights[components] = mixture.weights[component] / 2
  for (let j = 0; j < d; j++) {
    const mean = mixture.means[component * d + j]
    means[component * d + j] = mean - step[j]
    means[components * d + j] = mean + step[j]
  }
  covariances.set(shrunk, component * size)
  covariances.set(shrunk, components * size)
  const { noise } = mixture
  return { components: components + 1, dimension: d, weights, means, covariances, ...(noise && { noise }) }
}
