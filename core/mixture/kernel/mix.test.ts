import { describe, expect, it } from 'vitest'
import { mixBlock } from './mix.ts'
import { createWorkspace } from './workspace.ts'

describe('the plain loops', () => {
  it('turn any distances into responsibilities that sum to one, even far beyond what exp can hold', () => {
    const space = createWorkspace(3, 1, 4)
    space.responsibilities.set([1, 1e6, 2e6, 0, 1, 1e6 + 2, 1e9, 0, 1, 3e6, 5e9, 0])
    mixBlock(Float64Array.of(-1, -1, -1), 4, space)
    const r = space.responsibilities
    for (let p = 0; p < 4; p++) expect(r[p] + r[4 + p] + r[8 + p]).toBeCloseTo(1, 14)
    expect(r[1] / r[5]).toBeCloseTo(Math.E, 8)
    const row = (terms: number[]) => terms.reduce((sum, z) => sum - (z > 0 ? z * Math.log(z) : 0), 0)
    const entropy = [0, 1, 2, 3].reduce((sum, p) => sum + row([r[p], r[4 + p], r[8 + p]]), 0)
    expect(space.entropy).toBeCloseTo(entropy, 10)
  })
})
