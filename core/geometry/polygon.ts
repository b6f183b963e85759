/** A closed polygon in the plane: x and y alternating, [2 × corners]; the last corner joins the first. */
export type Polygon = Float64Array

/**
 * Whether a point lies inside a polygon, by the even–odd rule: what a lasso that crosses itself encloses twice is outside.
 * A point on an edge lies inside on the polygon's low side and outside on its high side, so that polygons that share an edge
 * share no point.
 */
export function insidePolygon(polygon: Polygon, x: number, y: number): boolean {
  let inside = false
  let beforeX = polygon[polygon.length - 2]
  let beforeY = polygon[polygon.length - 1]
  for (let i = 0; i < polygon.length; i += 2) {
    const cornerX = polygon[i]
    const cornerY = polygon[i + 1]
    if (cornerY > y !== beforeY > y) {
      const crossing = beforeX + ((y - beforeY) / (cornerY - beforeY)) * (cornerX - beforeX)
      if (x < crossing) inside = !inside
    }
    beforeX = cornerX
    beforeY = cornerY
  }
  return inside
}
