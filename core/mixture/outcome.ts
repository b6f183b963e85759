import type { Parameters } from './parameters.ts'
import type { Mixture, Prepared } from './types.ts'

/** Order of components for a person: decreasing weight, ties by the first differing mean (ascending), then as they stand. */
export function componentOrder(parameters: Parameters): number[] {
  const { components, dimension: d, weights, means } = parameters
  return Array.from({ length: components }, (_, k) => k).sort((a, b) => {
    if (weights[a] !== weights[b]) return weights[b] - weights[a]
    for (let j = 0; j < d; j++) {
      const gap = means[a * d + j] - means[b * d + j]
      if (gap !== 0) return gap
    }
    return a - b
  })
}

/** Parameters in the units of the columns as read, components in this order. */
export function toMixture(
  parameters: Parameters,
  prepared: Pick<Prepared, 'centre' | 'spread' | 'gaps' | 'noise'>,
  order: number[],
): Mixture {
  const { components, dimension: d, family, stride } = parameters
  const { centre, spread } = prepared
  const weights = Float64Array.from(order, (k) => parameters.weights[k])
  const means = new Float64Array(components * d)
  const covariances = new Float64Array(components * d * d)
  order.forEach((k, to) => {
    for (let i = 0; i < d; i++) {
      means[to * d + i] = centre[i] + spread[i] * parameters.means[k * d + i]
      for (let j = family === 'full' ? 0 : i; j <= i; j++) {
        const at = k * stride + (family === 'full' ? (i * (i + 1)) / 2 + j : i)
        const value = parameters.covariances[at] * (spread[i] * spread[j])
        covariances[(to * d + i) * d + j] = value
        covariances[(to * d + j) * d + i] = value
      }
    }
  })
  const mixture = { components, dimension: d, weights, means, covariances }
  if (prepared.gaps !== undefined) return { ...mixture, gaps: true }
  if (!parameters.noise || prepared.noise === undefined) return mixture
  const logDensity = spread.reduce((sum, unit) => sum - Math.log(unit), prepared.noise)
  return { ...mixture, noise: { weight: parameters.weights[components], logDensity } }
}
