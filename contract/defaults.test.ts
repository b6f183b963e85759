import { describe, expect, it } from 'vitest'
import { defaultRefinements } from './defaults.ts'

describe('refinements by default', () => {
  it('follow mixed starts alone, in proportion to the restarts, many on few rows and few on many', () => {
    const refinements = [0, 150, 400, 4_000, 1_000_000].map((rows) => defaultRefinements('mixed', 40, rows))
    expect(refinements).toEqual([2_000, 2_000, 1_600, 160, 20])
    expect(defaultRefinements('mixed', 1, 4_000)).toBe(4)
    expect(defaultRefinements('mixed', 10_000, 150)).toBe(2_000)
    expect(defaultRefinements('kmeans', 40, 150)).toBe(0)
  })
})
