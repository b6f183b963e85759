import { describe, expect, it } from 'vitest'
import { defaultRefinements } from './defaults.ts'

describe('refinements by default', () => {
  it('follow mixed starts alone, many on few rows and few on many', () => {
    expect([0, 272, 1_000, 1_000_000].map((rows) => defaultRefinements('mixed', rows))).toEqual([
      1_000, 1_000, 300, 20,
    ])
    expect(defaultRefinements('kmeans', 272)).toBe(0)
  })
})
