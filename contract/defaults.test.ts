import { describe, expect, it } from 'vitest'
import { defaultRefinements } from './defaults.ts'

describe('refinements by default', () => {
  it('follow mixed starts alone, in proportion to the restarts, many on few rows and few on many', () => {
    const refinements = [0, 150, 400, 4_000, 1_000_000].map((rows) => defaultRefinements('mixed', 40, rows))
    expect(refinements).toEqual([1_000, 1_000, 400, 40, 10])
    expect(defaultRefinements('mixed', 1, 4_000)).toBe(1)
    expect(defaultRefinements('mixed', 10_000, 150)).toBe(1_000)
    expect(defaultRefinements('kmeans', 40, 150)).toBe(0)
  })
})
