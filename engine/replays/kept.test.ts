import { describe, expect, it } from 'vitest'
import { keptIterations } from './kept.ts'

describe('the iterations that are kept', () => {
  it('are all of them where there is room', () => {
    expect(keptIterations(0, 5, 1000)).toEqual([0, 1, 2, 3, 4, 5])
    expect(keptIterations(1, 3, 1000)).toEqual([1, 2, 3])
    expect(keptIterations(1, 1, 1000)).toEqual([1])
    expect(keptIterations(0, 2047, 8)).toHaveLength(2048)
  })

  it('are the first in a row and then fewer, rising to the last, where there are more than 2,048', () => {
    const kept = keptIterations(0, 100_000, 8)
    expect(kept).toHaveLength(2048)
    expect(kept.slice(0, 1024)).toEqual(Array.from({ length: 1024 }, (_, i) => i))
    expect(kept.at(-1)).toBe(100_000)
    const steps = kept.slice(1).map((iteration, at) => iteration - kept[at])
    expect(Math.min(...steps)).toBe(1)
    expect(Math.max(...steps) - Math.min(...steps.slice(1024))).toBeLessThanOrEqual(1)
    expect(new Set(keptIterations(0, 2048, 8)).size).toBe(2048)
  })

  it('never take more than 128 MB', () => {
    const bytes = 2 ** 20
    const kept = keptIterations(1, 5000, bytes)
    expect(kept).toHaveLength(128)
    expect([kept[0], kept.at(-1)]).toEqual([1, 5000])
  })

  it('are refused in words where there is hardly room for any, but not where there are no more than that', () => {
    expect(() => keptIterations(0, 100, 100 * 2 ** 20)).toThrow(
      'One iteration of this restart takes 100 MB, too much to keep many of them.',
    )
    expect(keptIterations(0, 1, 60 * 2 ** 20)).toEqual([0, 1])
  })
})
