import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createInside, type Polygon } from './polygon.ts'
import { markRegion } from './region.ts'

const insidePolygon = (polygon: Polygon, x: number, y: number) => createInside(polygon)(x, y)
const square = Float64Array.of(0, 0, 4, 0, 4, 4, 0, 4)

describe('a polygon', () => {
  it('holds what lies inside and not what lies outside, whichever way round it was drawn', () => {
    const turned = Float64Array.of(0, 4, 4, 4, 4, 0, 0, 0)
    for (const polygon of [square, turned]) {
      expect(insidePolygon(polygon, 2, 2)).toBe(true)
      for (const [x, y] of [
        [-1, 2],
        [5, 2],
        [2, -1],
        [2, 5],
        [NaN, 2],
        [2, NaN],
      ])
        expect(insidePolygon(polygon, x, y)).toBe(false)
    }
  })

  it('with a notch leaves the notch out', () => {
    const notched = Float64Array.of(0, 0, 4, 0, 4, 4, 2, 1, 0, 4)
    expect(insidePolygon(notched, 2, 2)).toBe(false)
    expect(insidePolygon(notched, 2, 0.5)).toBe(true)
    expect(insidePolygon(notched, 0.5, 2)).toBe(true)
  })

  it('that crosses itself leaves out what it encloses twice', () => {
    const star = Float64Array.from({ length: 10 }, (_, i) => {
      const turn = (Math.floor(i / 2) * 4 * Math.PI) / 5
      return i % 2 === 0 ? Math.cos(turn) : Math.sin(turn)
    })
    expect(insidePolygon(star, 0, 0)).toBe(false)
    expect(insidePolygon(star, 0.7, 0)).toBe(true)
  })

  it('of any shape holds what a test against all of its edges says', () => {
    const corner = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.double({ min: -3, max: 3, noNaN: true }))
    fc.assert(
      fc.property(fc.array(corner, { minLength: 3, maxLength: 40 }), fc.array(corner), (corners, points) => {
        const inside = createInside(Float64Array.from(corners.flat()))
        for (const [x, y] of [...points, ...corners]) {
          const edges = corners.filter(([, cy], i) => cy > y !== corners.at(i - 1)![1] > y)
          const right = edges.filter(([cx, cy]) => {
            const [fx, fy] = corners.at(corners.findIndex(([a, b]) => a === cx && b === cy) - 1)!
            return x < fx + ((y - fy) / (cy - fy)) * (cx - fx)
          })
          if (new Set(corners.map(String)).size === corners.length)
            expect(inside(x, y)).toBe(right.length % 2 === 1)
        }
      }),
    )
  })

  it('and its neighbour share every point between them out, none twice', () => {
    const right = Float64Array.of(4, 0, 8, 0, 8, 4, 4, 4)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 3 }), (x, y) => {
        expect(Number(insidePolygon(square, x, y)) + Number(insidePolygon(right, x, y))).toBe(1)
      }),
    )
  })
})

describe('a region', () => {
  const rowsIn = (mask: Uint8Array, rows: number) =>
    Array.from({ length: rows }, (_, row) => row).filter((row) => (mask[row >> 3] >> (row & 7)) & 1)
  const plane = { basis: Float64Array.of(1, 0, 0, 0, 1, 0), origin: Float64Array.of(0, 0, 0) }

  it('marks the rows inside it and none that lacks a value, even in a column that is no axis', () => {
    const columns = [
      Float64Array.of(1, 9, 2, 3, NaN, 1),
      Float64Array.of(1, 1, 2, 3, 1, 9),
      Float64Array.of(5, 5, 5, NaN, 5, 5),
    ]
    const mask = new Uint8Array(1)
    markRegion({ columns, projection: plane, polygon: square }, 0, 6, mask)
    expect(rowsIn(mask, 6)).toEqual([0, 2])
  })

  it('is the same in one go and in parts, also beyond a block, on a slanting plane far from zero', () => {
    const rows = 10_001
    const columns = [3, 7, 11].map((step) =>
      Float64Array.from({ length: rows }, (_, i) => 1e9 + ((i * step) % 101)),
    )
    const projection = {
      basis: Float64Array.of(0.6, -0.8, 0.1, 0.3, 0.4, -0.5),
      origin: Float64Array.of(1e9 + 50, 1e9 + 50, 1e9 + 50),
    }
    const polygon = Float64Array.of(-20, -15, 25, -10, 10, 20)
    const whole = new Uint8Array(Math.ceil(rows / 8))
    const parts = new Uint8Array(whole.length)
    markRegion({ columns, projection, polygon }, 0, rows, whole)
    markRegion({ columns, projection, polygon }, 0, 5_000, parts)
    markRegion({ columns, projection, polygon }, 5_000, rows, parts)
    expect(parts).toEqual(whole)
    const expected = Array.from({ length: rows }, (_, i) => i).filter((i) => {
      const at = (line: number) =>
        columns.reduce((sum, column, j) => sum + projection.basis[3 * line + j] * (column[i] - (1e9 + 50)), 0)
      return insidePolygon(polygon, at(0), at(1))
    })
    expect(rowsIn(whole, rows)).toEqual(expected)
    expect(expected.length).toBeGreaterThan(500)
  })
})
