import { createInside, type Polygon } from './polygon.ts'
import type { Projection } from './projection.ts'

/** What a polygon on a plot encloses, over whole columns. */
export interface Region {
  /** [d][rows], in the order of the projection. */
  columns: readonly Float64Array[]
  projection: Projection
  /** In the units of the plane. */
  polygon: Polygon
}

const BLOCK = 4_096

/**
 * Sets the bits of the rows of [from, to) that lie in a region: row r is bit r & 7 of byte r >> 3. Rows with a missing value in
 * any of the columns lie nowhere. `from` must be a multiple of 8.
 */
export function markRegion(region: Region, from: number, to: number, mask: Uint8Array): void {
  const x = new Float64Array(BLOCK)
  const y = new Float64Array(BLOCK)
  const inside = createInside(region.polygon)
  for (let start = from; start < to; start += BLOCK) {
    const count = Math.min(BLOCK, to - start)
    project(region, start, count, x, y)
    for (let i = 0; i < count; i++) {
      if (!inside(x[i], y[i])) continue
      const row = start + i
      mask[row >> 3] |= 1 << (row & 7)
    }
  }
}

/** Coordinates of a run of rows; NaN where a value is missing. */
function project(region: Region, start: number, count: number, x: Float64Array, y: Float64Array): void {
  const { columns, projection } = region
  const { basis, origin } = projection
  x.fill(0, 0, count)
  y.fill(0, 0, count)
  for (let j = 0; j < columns.length; j++) {
    const values = columns[j]
    const alongX = basis[j]
    const alongY = basis[columns.length + j]
    for (let i = 0; i < count; i++) {
      const value = values[start + i] - origin[j]
      x[i] += alongX * value
      y[i] += alongY * value
    }
  }
}
