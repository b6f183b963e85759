import { describe, expect, it } from 'vitest'
import { createRandom, type Random } from '../random/random.ts'
import { unseen } from './unseen.ts'

describe('what one more restart may reach', () => {
  it('is anything where none has ended', () => {
    const nothing = unseen({ restarts: 0, once: 0, twice: 0, bestOnce: false })
    expect(nothing).toEqual({ chance: null, chanceAtMost: 1, better: null, betterAtMost: 1 })
  })

  it('after one restart is still anything, however good that was', () => {
    const { chance, chanceAtMost, betterAtMost } = unseen({ restarts: 1, once: 1, twice: 0, bestOnce: true })
    expect([chance, chanceAtMost, betterAtMost]).toEqual([1, 1, 0.95])
  })

  it.each([
    ['all reached the same', 60],
    ['all collapsed', 300],
  ])('where %s is bounded by 3 in the number of restarts', (_, restarts) => {
    const same = unseen({ restarts, once: 0, twice: 0, bestOnce: false })
    expect([same.chance, same.better]).toEqual([0, 0])
    expect(same.chanceAtMost).toBe(same.betterAtMost)
    expect(same.betterAtMost * restarts).toBeGreaterThan(2.9)
    expect(same.betterAtMost * restarts).toBeLessThan(3)
  })

  it('is Good’s share of those seen once, and a better one only where the best was', () => {
    expect(unseen({ restarts: 40, once: 6, twice: 3, bestOnce: true })).toMatchObject({
      chance: 0.15,
      better: 0.025,
    })
    expect(unseen({ restarts: 40, once: 6, twice: 3, bestOnce: false })).toMatchObject({ better: 0 })
  })
})

/** Chances of solutions, the best first or in any order. */
const LANDSCAPES: [string, number[]][] = [
  ['one wide basin and three narrow ones', [0.05, 0.9, 0.02, 0.03]],
  ['twenty alike', new Array<number>(20).fill(1 / 20)],
  ['halving', Array.from({ length: 14 }, (_, i) => 2 ** -(i + 1))],
  ['a long tail with the best in it', Array.from({ length: 200 }, (_, i) => 1 / (200 - i))],
]

function draw(chances: readonly number[], random: Random): number {
  let left = random.next() * chances.reduce((sum, chance) => sum + chance, 0)
  return Math.max(
    0,
    chances.findIndex((chance) => (left -= chance) < 0),
  )
}

/** Restarts that reach solution i with its chance; the lower i, the better. What was estimated beside what was so. */
function simulate(chances: readonly number[], restarts: number, random: Random) {
  const total = chances.reduce((sum, chance) => sum + chance, 0)
  const hits = chances.map(() => 0)
  for (let i = 0; i < restarts; i++) hits[draw(chances, random)]++
  const best = hits.findIndex((count) => count > 0)
  const count = (wanted: number) => hits.filter((number) => number === wanted).length
  const estimate = unseen({ restarts, once: count(1), twice: count(2), bestOnce: hits[best] === 1 })
  const mass = (counts: (at: number) => boolean) =>
    chances.reduce((sum, chance, at) => sum + (counts(at) ? chance / total : 0), 0)
  return { estimate, truth: mass((at) => hits[at] === 0), better: mass((at) => at < best) }
}

describe.each(LANDSCAPES)('against a landscape that is known: %s', (_, chances) => {
  it.each([10, 40, 150])('estimates are right on average and bounds hold: %d restarts', (restarts) => {
    const random = createRandom(restarts)
    const runs = Array.from({ length: 2000 }, () => simulate(chances, restarts, random))
    const mean = (of: (run: (typeof runs)[number]) => number) =>
      runs.reduce((sum, run) => sum + of(run), 0) / runs.length
    // Good's estimate is of n − 1 restarts, so a little high; 2,000 runs leave ± 0.006 or so.
    const high = mean((run) => run.estimate.chance!) - mean((run) => run.truth)
    expect(high).toBeGreaterThan(-0.01)
    expect(high).toBeLessThan(0.01 + 1 / restarts)
    const highBetter = mean((run) => run.estimate.better!) - mean((run) => run.better)
    expect(Math.abs(highBetter)).toBeLessThan(0.01 + 1 / restarts ** 1.5)
    expect(mean((run) => Number(run.truth <= run.estimate.chanceAtMost))).toBeGreaterThan(0.93)
    expect(mean((run) => Number(run.better <= run.estimate.betterAtMost))).toBeGreaterThan(0.94)
  })
})
