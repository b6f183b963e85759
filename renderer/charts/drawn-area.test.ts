import { describe, expect, it } from 'vitest'
import { areaOf, rectangleAround, wayOn, within, type Pixel } from './drawn-area.ts'

const draw = (shape: 'box' | 'lasso', pixels: [number, number][]) =>
  pixels.reduce<Pixel[]>((way, [x, y]) => wayOn(shape, way, { x, y }), [])

describe('what is drawn', () => {
  it('as a box lies between where it began and where the pointer is, whichever way it went', () => {
    const way = draw('box', [
      [50, 60],
      [90, 90],
      [20, 10],
    ])
    expect(areaOf('box', way)).toEqual([
      { x: 20, y: 10 },
      { x: 50, y: 10 },
      { x: 50, y: 60 },
      { x: 20, y: 60 },
    ])
  })

  it('as a lasso has a corner wherever the pointer has gone on a little', () => {
    const way = draw('lasso', [
      [0, 0],
      [1, 1],
      [10, 0],
      [10, 10],
    ])
    expect(areaOf('lasso', way)?.map(({ x, y }) => [x, y])).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
    ])
  })

  it('is nothing where it was a click, or a line', () => {
    expect(
      areaOf(
        'box',
        draw('box', [
          [5, 5],
          [7, 8],
        ]),
      ),
    ).toBeNull()
    expect(
      areaOf(
        'lasso',
        draw('lasso', [
          [5, 5],
          [7, 8],
        ]),
      ),
    ).toBeNull()
    expect(
      areaOf(
        'lasso',
        draw('lasso', [
          [5, 5],
          [70, 80],
        ]),
      ),
    ).toBeNull()
  })
})

describe('the grid of a chart', () => {
  const grid = { left: 76, right: 584, top: 12, bottom: 356 }
  const holds = ({ x, y }: Pixel) => x >= grid.left && x <= grid.right && y >= grid.top && y <= grid.bottom

  it('is found from a point inside it, and keeps what is drawn inside', () => {
    const found = rectangleAround({ x: 100, y: 100 }, { width: 600, height: 400 }, holds)
    for (const side of ['left', 'right', 'top', 'bottom'] as const)
      expect(Math.abs(found[side] - grid[side])).toBeLessThan(0.3)
    expect(within(grid, { x: 900, y: -5 })).toEqual({ x: 584, y: 12 })
    expect(within(grid, { x: 300, y: 200 })).toEqual({ x: 300, y: 200 })
  })
})
