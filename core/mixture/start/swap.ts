import { createRowDraw } from '../row-weights.ts'
import type { StartMethod } from './context.ts'
import { givenStart } from './given.ts'
import { leastDense } from './promise.ts'
import { rowStart } from './sample.ts'
import { baseOf } from './split.ts'

const NARROWER = 0.5
const CANDIDATES = 5

/**
 * Random swap (Zhao, Hautamäki, Kärkkäinen & Fränti 2012): in a solution one component, drawn at random, moves to a random row,
 * with half the covariance of all rows × K^(−2/d), and the weight 1/K. Every other time, by the seed, that row is the one of five
 * where the solution's density is least.
 */
export const swap: StartMethod = ({ em, request, random }, to) => {
  const { rows, setting } = em
  const { components, dimension: d, total, ridge } = setting
  const { spread, centre } = rows
  const { mixture } = baseOf(request, 0)
  const moved = random.below(components)
  const candidates = random.below(2) === 0 ? 1 : CANDIDATES
  const drawn = Array.from({ length: candidates }, createRowDraw(rows, random))
  const from = rowStart(rows, leastDense(mixture, rows, drawn))
  const shrink = NARROWER * components ** (-2 / d)

  const weights = mixture.weights.slice()
  weights[moved] = 0
  const clustered = 1 - (mixture.noise?.weight ?? 0)
  const others = weights.reduce((sum, weight) => sum + weight, 0)
  for (let k = 0; k < components; k++) {
    weights[k] = clustered * (k === moved ? 1 / components : (weights[k] / others) * (1 - 1 / components))
  }
  const means = mixture.means.slice()
  const covariances = mixture.covariances.slice()
  for (let i = 0; i < d; i++) {
    means[moved * d + i] = centre[i] + spread[i] * rows.blocks[from + i * rows.blockRows]
    for (let j = 0; j <= i; j++) {
      const variance = total[(i * (i + 1)) / 2 + j] * shrink + (i === j ? ridge[j] : 0)
      const value = variance * spread[i] * spread[j]
      covariances[(moved * d + i) * d + j] = covariances[(moved * d + j) * d + i] = value
    }
  }
  const changed = { ...mixture, weights, means, covariances }
  return givenStart(em, { kind: 'parameters', mixture: changed }, to)
}
