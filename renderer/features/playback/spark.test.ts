import { describe, expect, it } from 'vitest'
import { climbPath, placeOf, scaleOf } from './spark.ts'

const BOX = { width: 106, height: 46 }
const first = { iterations: Int32Array.of(0, 1, 2), logLikelihoods: Float64Array.of(-30, -20, -10) }
const second = { iterations: Int32Array.of(0, 4), logLikelihoods: Float64Array.of(-50, -20) }

describe('the drawing of climbs', () => {
  it('has one scale for all of them', () => {
    const scale = scaleOf([first, second])
    expect(scale).toEqual({ iterations: [0, 4], logLikelihoods: [-50, -10] })
    expect(climbPath(first, scale, BOX)).toBe('M3.0 23.0L28.0 13.0L53.0 3.0')
    expect(placeOf(scale, 4, -50, BOX)).toEqual([103, 43])
  })

  it('holds where there is only one point', () => {
    const scale = scaleOf([{ iterations: Int32Array.of(1), logLikelihoods: Float64Array.of(-5) }])
    expect(placeOf(scale, 1, -5, BOX)).toEqual([103, 3])
  })
})
