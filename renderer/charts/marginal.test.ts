import { describe, expect, it } from 'vitest'
import { densityCurves, densityTop, histogramOf } from './marginal.ts'

/** By the trapezium rule. */
function area(xy: Float64Array): number {
  let sum = 0
  for (let i = 0; i + 3 < xy.length; i += 2) sum += ((xy[i + 2] - xy[i]) * (xy[i + 1] + xy[i + 3])) / 2
  return sum
}

describe('a marginal histogram', () => {
  const values = Float32Array.from({ length: 1000 }, (_, i) => ((i * 37) % 1000) / 100 - 5)

  it('has the area one, far from zero as well', () => {
    const { outline, highest } = histogramOf(values, 1e6)
    expect(area(outline)).toBeCloseTo(1, 6)
    expect(outline[0]).toBe(1e6 - 5)
    expect(highest).toBeCloseTo(0.1, 2)
  })

  it('of some of the rows has their share as its area, on the same bars', () => {
    const half = Uint8Array.from(values, (_, i) => i % 2)
    const { outline } = histogramOf(values, 0, half)
    expect(area(outline)).toBeCloseTo(0.5, 6)
    expect(outline).toHaveLength(histogramOf(values, 0).outline.length)
  })

  it('counts no row without a value, and of one value there is none', () => {
    const holed = Float32Array.of(...values, NaN, NaN)
    expect(area(histogramOf(holed, 0).outline)).toBeCloseTo(1, 6)
    const flat = histogramOf(new Float32Array(5), 3)
    expect([flat.outline.length, densityTop(flat)]).toEqual([0, 1])
  })
})

describe('a histogram of rows with weights', () => {
  const values = Float32Array.from({ length: 200 }, (_, i) => ((i * 37) % 200) / 20)
  const weights = Float32Array.from(values, (_, i) => 1 + (i % 4))
  const cases = Float32Array.from(
    [...values].flatMap((value, i) => new Array<number>(weights[i] ?? 0).fill(value)),
  )

  it('is that of the rows written as often as they weigh, bars and all, and so is that of the selected ones', () => {
    const one = histogramOf(values, 5, null, weights)
    const other = histogramOf(cases, 5)
    expect(one.outline).toHaveLength(other.outline.length)
    one.outline.forEach((value, at) => expect(value).toBeCloseTo(other.outline[at] ?? NaN, 9))
    expect(one.highest).toBeCloseTo(other.highest, 9)
    const some = histogramOf(
      values,
      5,
      Uint8Array.from(values, (_, i) => Number(i < 50)),
      weights,
    )
    const first = weights.subarray(0, 50).reduce((sum, weight) => sum + weight, 0)
    const same = histogramOf(
      cases,
      5,
      Uint8Array.from(cases, (_, i) => Number(i < first)),
    )
    some.outline.forEach((value, at) => expect(value).toBeCloseTo(same.outline[at] ?? NaN, 9))
  })

  it('is not taken for that of the same rows without them', () => {
    expect(histogramOf(values, 5).outline).not.toEqual(histogramOf(values, 5, null, weights).outline)
  })
})

describe('the densities along an axis', () => {
  const bells = [
    { weight: 0.7, mean: 0, variance: 1 },
    { weight: 0.3, mean: 3, variance: 1e-4 },
  ]

  it('are on the scale of the histogram: each holds its weight, together they hold one', () => {
    const { each, sum } = densityCurves(bells, -8, 8)
    expect(area(each[0] ?? new Float64Array())).toBeCloseTo(0.7, 3)
    expect(area(each[1] ?? new Float64Array())).toBeCloseTo(0.3, 1)
    expect(area(sum)).toBeCloseTo(1, 1)
  })

  it('show a component that is narrower than the steps at its whole height', () => {
    const { each } = densityCurves(bells, -8, 8)
    const highest = (each[1] ?? new Float64Array()).reduce(
      (most, v, at) => (at % 2 === 1 ? Math.max(most, v) : most),
      0,
    )
    expect(highest).toBeCloseTo(0.3 / Math.sqrt(2 * Math.PI * 1e-4), 6)
  })

  it('of a component without any spread are nothing', () => {
    const { sum } = densityCurves([{ weight: 1, mean: 0, variance: 0 }], -1, 1)
    expect(sum.every((value, at) => at % 2 === 0 || value === 0)).toBe(true)
  })
})
