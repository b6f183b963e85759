import { describe, expect, it } from 'vitest'
import { simulate } from './simulate.ts'
import type { Mixture } from './types.ts'

const mixture: Mixture = {
  components: 2,
  dimension: 2,
  weights: Float64Array.of(0.7, 0.3),
  means: Float64Array.of(0, 0, 100, 1e-3),
  covariances: Float64Array.of(4, 1.2, 1.2, 1, 1, -5e-4, -5e-4, 1e-6),
}

describe('rows drawn from a mixture', () => {
  it('have its weights, means and covariances, whatever the units', () => {
    const [x, y] = simulate(mixture, 40_000, 3)
    for (const [k, chosen] of [
      [0, [...x.keys()].filter((i) => x[i] < 50)],
      [1, [...x.keys()].filter((i) => x[i] >= 50)],
    ] as const) {
      const mean = (f: (i: number) => number) => chosen.reduce((sum, i) => sum + f(i), 0) / chosen.length
      const centre = [mean((i) => x[i]), mean((i) => y[i])]
      const sd = [Math.sqrt(mixture.covariances[k * 4]), Math.sqrt(mixture.covariances[k * 4 + 3])]
      expect(chosen.length / 40_000).toBeCloseTo(mixture.weights[k], 2)
      centre.forEach((value, j) =>
        expect(Math.abs(value - mixture.means[k * 2 + j]) / sd[j]).toBeLessThan(0.03),
      )
      const products = [
        mean((i) => (x[i] - centre[0]) ** 2) / sd[0] ** 2,
        mean((i) => (x[i] - centre[0]) * (y[i] - centre[1])) / sd[0] / sd[1],
        mean((i) => (y[i] - centre[1]) ** 2) / sd[1] ** 2,
      ]
      const correlation = mixture.covariances[k * 4 + 1] / sd[0] / sd[1]
      expect(products.map((value, i) => Math.abs(value - [1, correlation, 1][i]) < 0.04)).toEqual([
        true,
        true,
        true,
      ])
    }
  })

  it('are the same for the same seed, and others for the next', () => {
    expect(simulate(mixture, 50, 3)).toEqual(simulate(mixture, 50, 3))
    expect(simulate(mixture, 50, 3)).not.toEqual(simulate(mixture, 50, 4))
  })

  it('need a positive definite covariance', () => {
    const flat = { ...mixture, covariances: Float64Array.of(1, 1, 1, 1, 1, 0, 0, 1) }
    expect(() => simulate(flat, 5, 1)).toThrow('component 1 is not positive definite')
  })
})
