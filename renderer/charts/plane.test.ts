import { describe, expect, it } from 'vitest'
import { pixelOf, planesOf } from './plane.ts'

describe('the plane of a plot', () => {
  it('says at which pixel a value lies', () => {
    const chart = {
      convertFromPixel: (_: { gridIndex: number }, [x, y]: [number, number]) => [
        (x - 76) / 4,
        (312 - y) / 10,
      ],
    }
    const [plane] = planesOf(chart, 1)
    expect(plane && pixelOf(plane.x, 25)).toBeCloseTo(176)
    expect(plane && pixelOf(plane.y, 0)).toBeCloseTo(312)
  })

  it('keeps a thousandth of a pixel for large values close together', () => {
    const chart = {
      convertFromPixel: (_: { gridIndex: number }, [x, y]: [number, number]) => [x, -1e7 + (400 - y) / 2e4],
    }
    const [plane] = planesOf(chart, 2)
    expect(plane && pixelOf(plane.y, -1e7 + 0.01)).toBeCloseTo(200, 3)
  })

  it('is asked of every plot', () => {
    const chart = {
      convertFromPixel: ({ gridIndex }: { gridIndex: number }, [x, y]: [number, number]) => [
        x * (gridIndex + 1),
        y,
      ],
    }
    expect(planesOf(chart, 2).map((plane) => plane.x.scale)).toEqual([1, 0.5])
  })
})
