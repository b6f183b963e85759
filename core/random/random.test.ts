import { describe, expect, it } from 'vitest'
import { createRandom } from './random.ts'
import { refinementSeed, restartSeed } from './seed.ts'

describe('random numbers', () => {
  it('repeat for the same seed and differ for the next', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, createRandom(seed).next)
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
  })

  it('are uniform on [0, 1) and normal with mean 0 and variance 1', () => {
    const random = createRandom(1)
    const uniform = Array.from({ length: 20_000 }, () => random.next())
    const normal = Array.from({ length: 20_000 }, () => random.normal())
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
    expect(Math.min(...uniform)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...uniform)).toBeLessThan(1)
    expect(mean(uniform)).toBeCloseTo(0.5, 1)
    expect(mean(uniform.map((u) => u * u))).toBeCloseTo(1 / 3, 1)
    expect(Math.abs(mean(normal))).toBeLessThan(0.03)
    expect(mean(normal.map((z) => z * z))).toBeCloseTo(1, 1)
  })

  it('draw every whole number below the bound', () => {
    const random = createRandom(3)
    const seen = new Set(Array.from({ length: 200 }, () => random.below(5)))
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4])
  })
})

describe('seed of a restart', () => {
  it('differs for every restart, number of components, model and master seed', () => {
    const seeds = new Set<number>()
    for (const master of [0, 1, 2]) {
      for (const components of [1, 2, 3, 9]) {
        for (const covariance of ['VII', 'VVI', 'EEE', 'VVV'] as const) {
          for (let index = 0; index < 100; index++)
            seeds.add(restartSeed(master, components, covariance, index))
        }
      }
    }
    expect(seeds.size).toBe(3 * 4 * 4 * 100)
    for (const seed of seeds) expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true)
  })

  it('is never that of a refinement', () => {
    const indices = Array.from({ length: 10_000 }, (_, index) => index)
    const restarts = new Set(indices.map((index) => restartSeed(1, 4, 'VVV', index)))
    const refinements = new Set(indices.slice(0, 1_000).map((index) => refinementSeed(1, 4, 'VVV', index)))
    expect([restarts.size, refinements.size]).toEqual([10_000, 1_000])
    expect([...refinements].filter((seed) => restarts.has(seed))).toEqual([])
  })
})
