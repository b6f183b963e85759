import { describe, expect, it } from 'vitest'
import { nearestCurve } from './pick.ts'

const curves = [
  { id: 'low', xy: Float64Array.of(0, 0, 100, 0) },
  { id: 'high', xy: Float64Array.of(0, 10, 100, 10) },
]
const at = (x: number, y: number) => ({ x, y, xPerPixel: 1, yPerPixel: 1 })

describe('the curve under a click', () => {
  it('is the nearest, also between its points', () => {
    expect(nearestCurve(curves, at(50, 3))).toBe('low')
    expect(nearestCurve(curves, at(50, 7))).toBe('high')
  })

  it('is none where all are far away on the screen', () => {
    expect(nearestCurve(curves, at(50, 40))).toBeNull()
    expect(nearestCurve(curves, { x: 50, y: 40, xPerPixel: 1, yPerPixel: 10 })).toBe('high')
  })

  it('may be a single point', () => {
    expect(nearestCurve([{ id: 'dot', xy: Float64Array.of(5, 5) }], at(6, 6))).toBe('dot')
    expect(nearestCurve([{ id: 'empty', xy: new Float64Array(0) }], at(6, 6))).toBeNull()
  })
})
