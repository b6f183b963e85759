import { describe, expect, it } from 'vitest'
import { differenceError, extendedCholesky, solveExtended } from './extended.ts'

describe('arithmetic of twice the precision', () => {
  it('keeps the digits of a pivot that plain arithmetic loses', () => {
    const near = 1 - 2 ** -45
    const factor = extendedCholesky(Float64Array.of(1, near, 1), 2)!
    const pivot = Math.sqrt(2 ** -44 - 2 ** -90)
    expect(factor.high[2] / pivot).toBeCloseTo(1, 15)
    const vector = { high: Float64Array.of(1, near), low: new Float64Array(2) }
    expect(solveExtended(factor, vector, 2)).toBe(1)
    expect([...vector.high]).toEqual([1, 0])
  })

  it('says what a difference lost to rounding, and refuses what is not positive definite', () => {
    expect(differenceError(1, 2 ** -60, 1)).toBe(-(2 ** -60))
    expect(extendedCholesky(Float64Array.of(1, 1, 1), 2)).toBeNull()
  })
})
