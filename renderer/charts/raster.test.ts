import { describe, expect, it } from 'vitest'
import { createRaster, type Crowd, type Frame } from './raster.ts'

const frame: Frame = {
  width: 8,
  height: 4,
  side: 2,
  x: { origin: 4, scale: 1 },
  y: { origin: 2, scale: -1 },
  opacity: 0.5,
}
const crowd = (
  x: number[],
  y: number[],
  wears: number[] | null = null,
  selected: number[] | null = null,
): Crowd => ({
  x: Float32Array.from(x),
  y: Float32Array.from(y),
  wears: wears === null ? null : Uint8Array.from(wears),
  selected: selected === null ? null : Uint8Array.from(selected),
  looks: [
    { color: '#ff0000', symbol: 'circle' },
    { color: '#0000ff', symbol: 'diamond' },
  ],
})
function rasterise(points: Crowd, into: Frame): Uint8ClampedArray {
  const raster = createRaster(points, into)
  while (!raster.advance());
  return raster.pixels
}
const cell = (pixels: Uint8ClampedArray, column: number, row: number, width = frame.width) => [
  ...pixels.subarray((row * width + column) * 4, (row * width + column) * 4 + 4),
]

describe('a crowd of points as pixels', () => {
  it('has a square where a point lies, and nothing elsewhere', () => {
    const pixels = rasterise(crowd([0], [0]), frame)
    for (const [column, row] of [
      [3, 1],
      [4, 1],
      [3, 2],
      [4, 2],
    ] as const)
      expect(cell(pixels, column, row)).toEqual([255, 0, 0, 128])
    expect(pixels.filter((value) => value > 0)).toHaveLength(8)
  })

  it('has y upwards where its scale is negative', () => {
    expect(cell(rasterise(crowd([0], [1]), frame), 3, 0)).toEqual([255, 0, 0, 128])
  })

  it('lets a point show through those painted after it', () => {
    const [red = 0, , blue = 0, alpha] = cell(rasterise(crowd([0, 0], [0, 0], [0, 1]), frame), 3, 1)
    expect(alpha).toBeCloseTo(191, -1)
    expect(blue / red).toBeCloseTo(2, 1)
  })

  it('leaves out what lies outside and what is not a number', () => {
    const pixels = rasterise(crowd([-9, 9, 0, NaN], [0, 0, 9, 0]), frame)
    expect(pixels.every((value) => value === 0)).toBe(true)
  })

  it('tells clusters apart by shape where there is room for one', () => {
    const large: Frame = {
      ...frame,
      width: 5,
      height: 5,
      side: 5,
      x: { origin: 2.5, scale: 1 },
      y: { origin: 2.5, scale: 1 },
    }
    const filled = (label: number) =>
      rasterise(crowd([0], [0], [label]), large).filter((value, at) => at % 4 === 3 && value > 0).length
    expect(filled(0)).toBe(21)
    expect(filled(1)).toBe(13)
  })

  it('is painted a part at a time where the points are many', () => {
    const many = crowd(new Array<number>(40_000).fill(0), new Array<number>(40_000).fill(0))
    const raster = createRaster(many, frame)
    expect([raster.advance(), raster.advance(), raster.advance(), raster.advance()]).toEqual([
      false,
      false,
      false,
      true,
    ])
    expect(cell(raster.pixels, 3, 1)).toEqual([255, 0, 0, 255])
  })

  it('has selected points over all others, which are dimmed', () => {
    const pixels = rasterise(crowd([-2, 0, 0], [0, 0, 0], [0, 0, 1], [0, 1, 0]), frame)
    const [, , , dimmed = 0] = cell(pixels, 1, 1)
    const [red = 0, , blue = 0, alpha = 0] = cell(pixels, 3, 1)
    expect(dimmed).toBeLessThan(alpha / 4)
    expect(red).toBeGreaterThan(10 * blue)
  })
})
