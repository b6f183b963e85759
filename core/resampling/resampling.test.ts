import { describe, expect, it } from 'vitest'
import { createRandom } from '../random/random.ts'
import { replicateSeed, restartSeed } from '../random/seed.ts'
import { contingency } from '../mixture/partition.ts'
import { spreadOf } from './interval.ts'
import { recovery, stabilityGrade } from './jaccard.ts'
import { resample } from './resample.ts'
import { createSequentialTest } from './sequential-test.ts'

const rows = Uint32Array.from({ length: 1000 }, (_, i) => 2 * i)

describe('rows drawn again', () => {
  it('are as many, ascending and with repeats, under the bootstrap: about 63 % of them differ', () => {
    const drawn = resample({ rows, scheme: 'bootstrap', seed: 7 })
    expect(drawn).toHaveLength(1000)
    expect([...drawn].every((row, i) => i === 0 || row >= drawn[i - 1])).toBe(true)
    const distinct = new Set(drawn)
    expect([...distinct].every((row) => row % 2 === 0 && row < 2000)).toBe(true)
    expect(distinct.size / 1000).toBeGreaterThan(0.58)
    expect(distinct.size / 1000).toBeLessThan(0.68)
  })

  it('are four fifths of them, each once, in a subsample', () => {
    const drawn = resample({ rows, scheme: 'subsample', seed: 7 })
    expect(drawn).toHaveLength(800)
    expect(new Set(drawn).size).toBe(800)
    expect(resample({ rows: rows.slice(0, 1), scheme: 'subsample', seed: 7 })).toHaveLength(1)
  })

  it('take each row equally often over many draws', () => {
    const few = Uint32Array.from({ length: 10 }, (_, i) => i)
    for (const scheme of ['bootstrap', 'subsample'] as const) {
      const counts = new Array<number>(10).fill(0)
      for (let i = 0; i < 2000; i++)
        for (const row of resample({ rows: few, scheme, seed: replicateSeed(1, scheme, i) })) counts[row]++
      const expected = scheme === 'bootstrap' ? 2000 : 1600
      for (const count of counts) expect(Math.abs(count - expected)).toBeLessThan(200)
    }
  })

  it('are the same for the same seed, and no replicate shares its seed with another or with a restart', () => {
    expect(resample({ rows, scheme: 'bootstrap', seed: 3 })).toEqual(
      resample({ rows, scheme: 'bootstrap', seed: 3 }),
    )
    const seeds = (['bootstrap', 'subsample', 'simulation'] as const).flatMap((drawing) =>
      Array.from({ length: 500 }, (_, i) => replicateSeed(1, drawing, i)),
    )
    const restarts = Array.from({ length: 500 }, (_, i) => restartSeed(1, 2, 'VVV', i))
    expect(new Set([...seeds, ...restarts]).size).toBe(2000)
  })
})

describe('clusters found again', () => {
  it('have the Jaccard similarity with the one that they are matched to', () => {
    const a = Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 255)
    const b = Uint8Array.of(1, 1, 1, 0, 0, 0, 0, 0)
    const { match, jaccard } = recovery(contingency(a, b, 2, 2))
    expect([...match]).toEqual([1, 0])
    expect([...jaccard]).toEqual([3 / 4, 3 / 4])
  })

  it('have none where no cluster is left for them', () => {
    const { match, jaccard } = recovery(
      contingency(Uint8Array.of(0, 0, 1, 2), Uint8Array.of(0, 0, 1, 1), 3, 2),
    )
    expect([...match].filter((b) => b < 0)).toHaveLength(1)
    expect([...jaccard].sort()).toEqual([0, 0.5, 1])
  })

  it('are graded by their mean as Hennig does', () => {
    expect([0.85, 0.84, 0.75, 0.74, 0.6, 0.59, 0.51, 0.5].map(stabilityGrade)).toEqual([
      'highly-stable',
      'valid',
      'valid',
      'doubtful',
      'doubtful',
      'unstable',
      'unstable',
      'dissolved',
    ])
  })
})

describe('a spread', () => {
  it('has the type 7 quantiles of R: quantile(1:9, c(.025, .5, .975)) is 1.2 5.0 8.8', () => {
    const { low, median, high, mean } = spreadOf(Float64Array.of(9, 1, 5, 3, 7, 2, 8, 4, 6))
    expect([low, median, high, mean].map((value) => Math.round(value * 1e12) / 1e12)).toEqual([
      1.2, 5, 8.8, 5,
    ])
  })

  it('of nothing is not a number', () => {
    expect(spreadOf(new Float64Array())).toEqual({ low: NaN, high: NaN, mean: NaN, median: NaN })
  })
})

describe('a Monte Carlo test', () => {
  it('has p = (1 + exceedances) / (samples + 1), a tie exceeding', () => {
    const test = createSequentialTest(5, 19, 0.05)
    expect(test.p()).toBeNull()
    for (let i = 0; i < 19; i++) test.take(4)
    expect([test.settled, test.p()]).toEqual([true, 1 / 20])
    const tied = createSequentialTest(5, 39, 0.05)
    tied.take(5)
    expect([tied.exceedances, tied.settled]).toEqual([1, false])
  })

  it('ends once p can no longer come to the level, with p = exceedances / samples', () => {
    const test = createSequentialTest(0, 199, 0.05)
    for (let i = 0; i < 9; i++) test.take(1)
    expect(test.settled).toBe(false)
    for (let i = 0; i < 30; i++) test.take(-1)
    test.take(1)
    expect([test.taken, test.settled, test.p()]).toEqual([40, true, 10 / 40])
  })

  it('says at most 5 % of the time that p is at most 5 % where observed and samples are alike', () => {
    const random = createRandom(11)
    let rejected = 0
    for (let i = 0; i < 4000; i++) {
      const test = createSequentialTest(random.next(), 99, 0.05)
      while (!test.settled) test.take(random.next())
      if ((test.p() ?? 1) <= 0.05) rejected++
    }
    expect(rejected / 4000).toBeGreaterThan(0.04)
    expect(rejected / 4000).toBeLessThan(0.06)
  })
})
