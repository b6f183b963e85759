import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { prepare } from '../prepare.ts'
import { runRestart } from '../restart.ts'
import type { Mixture, RestartRequest } from '../types.ts'
import { rankChanges } from './promise.ts'
import { mergeComponents } from './split-merge.ts'
import { splitComponent } from './split.ts'

const SPOTS = [
  [0, 0],
  [9, 0],
  [0, 9],
  [9, 9],
]
const random = createRandom(12)
const columns = [0, 1].map((j) =>
  Float64Array.from({ length: 400 }, (_, i) => SPOTS[i % 4][j] * 1000 ** j + random.normal() * 1000 ** j),
)
const { prepared } = prepare(columns, 'none')

const request = (change: Partial<RestartRequest>): RestartRequest => ({
  components: 4,
  covariance: 'VVV',
  initialisation: 'short-runs',
  index: 0,
  seed: 5,
  tolerance: 1e-8,
  maxIterations: 2000,
  regularisation: { kind: 'relative', value: 1e-6 },
  prior: 'none',
  eigenvalueRatio: null,
  acceleration: 'none',
  subsample: false,
  ...change,
})
const run = (change: Partial<RestartRequest>) =>
  runRestart(prepared, request(change), { stopped: () => false, iterated: () => undefined })

const mixture = (means: number[][], deviation = 1): Mixture => ({
  components: means.length,
  dimension: 2,
  weights: new Float64Array(means.length).fill(1 / means.length),
  means: Float64Array.from(means.flatMap(([x, y]) => [x, y * 1000])),
  covariances: Float64Array.from(means.flatMap(() => [deviation ** 2, 0, 0, (1000 * deviation) ** 2])),
})

/** Weight, mean and covariance of the whole mixture. */
function moments({ components, dimension: d, weights, means, covariances }: Mixture): number[] {
  const mean = Array.from({ length: d }, (_, j) => {
    return weights.reduce((sum, weight, k) => sum + weight * means[k * d + j], 0)
  })
  const covariance = Array.from({ length: d * d }, (_, at) => {
    const [i, j] = [Math.floor(at / d), at % d]
    let sum = 0
    for (let k = 0; k < components; k++) {
      const gaps = (means[k * d + i] - mean[i]) * (means[k * d + j] - mean[j])
      sum += weights[k] * (covariances[k * d * d + at] + gaps)
    }
    return sum
  })
  return [weights.reduce((sum, weight) => sum + weight, 0), ...mean, ...covariance]
}

function expectClose(actual: number[], expected: number[]): void {
  actual.forEach((value, at) => expect(value / expected[at] - 1).toBeCloseTo(0, 10))
}

describe('a component that is split', () => {
  const whole = mixture([
    [3, 2],
    [5, 8],
  ])
  whole.covariances.set([4, 3000, 3000, 5e6])

  it('leaves the moments of the whole as they were', () => {
    const parted = splitComponent(whole, 0, prepared.spread)
    expect([...parted.weights]).toEqual([0.25, 0.5, 0.25])
    expectClose(moments(parted), moments(whole))
  })

  it('is whole again once its halves are merged', () => {
    const back = mergeComponents(splitComponent(whole, 1, prepared.spread), 1, 2)
    expectClose([...back.weights, ...back.means], [...whole.weights, ...whole.means])
    expectClose(moments(back), moments(whole))
  })
})

describe('the most promising changes', () => {
  const doubled = mixture([
    [-0.5, 0],
    [0.5, 0],
    [4.5, 9],
    [9, 0],
  ])
  doubled.covariances.set([25, 0, 0, 1e6], 8)

  it('merge the two that share a spot and split the one that covers two', () => {
    const changes = rankChanges(doubled, prepared, () => false)!
    expect(changes[0]).toEqual({ merged: [0, 1], parted: 2 })
    expect(changes).toHaveLength(5)
  })

  it('are none for two components, and stop when asked to', () => {
    expect(rankChanges(mixture([[0, 0], SPOTS[3]]), prepared, () => false)).toEqual([])
    let asked = 0
    expect(rankChanges(doubled, prepared, () => asked++ >= 2)).toBeNull()
    expect(asked).toBe(3)
  })

  it('lead out of a solution that EM does not leave', () => {
    const stuck = run({ initialisation: 'given', start: { kind: 'parameters', mixture: doubled } })
    const best = run({}).logLikelihood!
    expect(stuck.logLikelihood).toBeLessThan(best - 50)
    const freed = run({ initialisation: 'split-merge', base: { mixture: stuck.mixture!, variant: 0 } })
    expect(freed.logLikelihood).toBeCloseTo(best, 4)
  })
})

describe('a refinement', () => {
  const three = run({ components: 3 }).mixture!

  it('by a split finds the fourth spot from the best three', () => {
    const outcomes = [0, 1, 2].map((variant) =>
      run({ initialisation: 'split', base: { mixture: three, variant } }),
    )
    const best = Math.max(...outcomes.map(({ logLikelihood }) => logLikelihood!))
    expect(best).toBeCloseTo(run({}).logLikelihood!, 4)
  })

  it('by a swap depends on the seed and not on the variant', () => {
    const base = { mixture: run({}).mixture!, variant: 0 }
    const swapped = (seed: number, variant: number) =>
      run({ initialisation: 'swap', seed, maxIterations: 1, base: { ...base, variant } }).logLikelihood
    expect(swapped(1, 0)).toBe(swapped(1, 3))
    expect(new Set([1, 2, 3, 4].map((seed) => swapped(seed, 0))).size).toBe(4)
  })

  it('needs a base of the right number of components', () => {
    expect(() => run({ initialisation: 'swap' })).toThrow(RangeError)
    expect(() => run({ initialisation: 'swap', base: { mixture: three, variant: 0 } })).toThrow(RangeError)
    expect(() =>
      run({ components: 3, initialisation: 'split', base: { mixture: three, variant: 0 } }),
    ).toThrow(RangeError)
  })
})
