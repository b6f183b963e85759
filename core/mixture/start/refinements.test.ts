import { describe, expect, it } from 'vitest'
import type { Mixture } from '../types.ts'
import { planRefinements, refinementsWorth } from './refinements.ts'

const mixture = (components: number): Mixture => ({
  components,
  dimension: 1,
  weights: new Float64Array(components).fill(1 / components),
  means: Float64Array.from({ length: components }, (_, k) => k),
  covariances: new Float64Array(components).fill(1),
})
const best = [mixture(4), mixture(4), mixture(4), mixture(4)]
const fewer = mixture(3)

describe('the plan of refinements', () => {
  it('begins with a split of every component of the solution with one fewer', () => {
    const planned = planRefinements({ components: 4, tries: 10, round: 0, best, fewer })
    expect(planned).toHaveLength(10)
    expect(planned.slice(0, 3)).toEqual(
      [0, 1, 2].map((variant) => ({ initialisation: 'split', base: { mixture: fewer, variant } })),
    )
    expect(planned.slice(3).every(({ initialisation }) => initialisation !== 'split')).toBe(true)
  })

  it('splits in the first round alone', () => {
    const planned = planRefinements({ components: 4, tries: 10, round: 1, best, fewer })
    expect(planned.map(({ initialisation }) => initialisation)).not.toContain('split')
  })

  it('turns to every solution, and to the best most often', () => {
    const ten = Array.from({ length: 10 }, () => mixture(4))
    const planned = planRefinements({ components: 4, tries: 100, round: 0, best: ten, fewer: null })
    const counts = ten.map((one) => planned.filter(({ base }) => base.mixture === one).length)
    expect(counts[0]).toBeGreaterThan(counts[1])
    expect(counts[1]).toBeGreaterThan(counts[9])
    expect(Math.min(...counts)).toBeGreaterThan(2)
  })

  it('goes on in the next round where the one before ended', () => {
    const whole = planRefinements({ components: 4, tries: 20, round: 0, best, fewer: null })
    const parts = [0, 1, 2, 3].flatMap((round) =>
      planRefinements({ components: 4, tries: 5, round, best, fewer: null }),
    )
    expect(parts).toEqual(whole)
  })

  it('tries each of the five ways to split and merge once over all rounds', () => {
    const variants = Array.from({ length: 8 }, (_, round) =>
      planRefinements({ components: 4, tries: 5, round, best, fewer: null })
        .filter(({ initialisation }) => initialisation === 'split-merge')
        .map(({ base }) => base.variant),
    )
    expect(variants.flat()).toEqual([0, 1, 2, 3, 4])
  })

  it('does not split and merge two components, and refines one not at all', () => {
    const two = planRefinements({ components: 2, tries: 20, round: 0, best: [mixture(2)], fewer: mixture(1) })
    expect(two.map(({ initialisation }) => initialisation)).toEqual([
      'split',
      ...Array.from({ length: 19 }, () => 'swap'),
    ])
    expect(planRefinements({ components: 1, tries: 20, round: 0, best: [mixture(1)], fewer: null })).toEqual(
      [],
    )
  })

  it('is empty where nothing is known, and never longer than asked for', () => {
    expect(planRefinements({ components: 4, tries: 20, round: 0, best: [], fewer: null })).toEqual([])
    expect(planRefinements({ components: 4, tries: 20, round: 0, best: [], fewer })).toHaveLength(3)
    expect(planRefinements({ components: 4, tries: 2, round: 0, best, fewer })).toHaveLength(2)
    expect(planRefinements({ components: 4, tries: 0, round: 0, best, fewer })).toEqual([])
  })
})

describe('how many refinements a cell is worth', () => {
  it('is all of them where one or two restarts reached its best solution, or none did', () => {
    expect([0, 1, 2].map((hits) => refinementsWorth(100, { hits, usable: 40 }))).toEqual([100, 100, 100])
    expect(refinementsWorth(100, { hits: 2, usable: 2 })).toBe(100)
  })

  it('is fewer the more of the restarts agree', () => {
    expect([3, 19, 20, 40].map((hits) => refinementsWorth(100, { hits, usable: 40 }))).toEqual([
      50, 50, 13, 13,
    ])
    expect(refinementsWorth(0, { hits: 1, usable: 40 })).toBe(0)
  })
})
