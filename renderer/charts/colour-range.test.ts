import { expect, it } from 'vitest'
import { beyondRange, colourRange } from './colour-range.ts'

it('the range of colours leaves out the few values far away, and the values that are none', () => {
  const values = Float32Array.of(...Array.from({ length: 1000 }, (_, i) => i / 1000), 1e9, -1e9, NaN)
  const [low, high] = colourRange(values, 100)
  expect(low).toBeCloseTo(100.01, 2)
  expect(high).toBeCloseTo(100.99, 2)
  expect(beyondRange(values, 100, [low, high])).toEqual({ below: true, above: true })
  expect(beyondRange(Float32Array.of(NaN, 0.5), 0, [0.5, 0.5])).toEqual({ below: false, above: false })
  expect(colourRange(Float32Array.of(NaN))).toEqual([0, 0])
})
