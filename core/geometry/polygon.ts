/** A closed polygon in the plane: x and y alternating, [2 × corners]; the last corner joins the first. */
export type Polygon = Float64Array

/** Bands that the height of a polygon is cut into, so that a point is tested against the edges of its own band alone. */
const BANDS = 256

/**
 * Whether points lie inside a polygon, by the even–odd rule: what a lasso that crosses itself encloses twice is outside.
 * A point on an edge lies inside on the polygon's low side and outside on its high side, so that polygons that share an edge
 * share no point.
 */
export function createInside(polygon: Polygon): (x: number, y: number) => boolean {
  const { left, right, bottom, top } = boundsOf(polygon)
  const bandOf = (y: number) => Math.min(BANDS - 1, Math.floor(((y - bottom) / (top - bottom)) * BANDS))
  const bands: number[][] = Array.from({ length: BANDS }, () => [])
  for (let corner = 0; corner < polygon.length; corner += 2) {
    const [y, before] = [polygon[corner + 1], polygon[previous(polygon, corner) + 1]]
    if (y === before) continue
    for (let band = bandOf(Math.min(y, before)); band <= bandOf(Math.max(y, before)); band++)
      bands[band].push(corner)
  }
  return (x, y) => {
    if (!(x >= left && x <= right && y >= bottom && y <= top)) return false
    let inside = false
    for (const corner of bands[bandOf(y)] ?? []) if (crosses(polygon, corner, x, y)) inside = !inside
    return inside
  }
}

/** Whether the edge that ends in a corner lies to the right of a point. */
function crosses(polygon: Polygon, corner: number, x: number, y: number): boolean {
  const cornerY = polygon[corner + 1]
  const from = previous(polygon, corner)
  const fromY = polygon[from + 1]
  if (cornerY > y === fromY > y) return false
  return x < polygon[from] + ((y - fromY) / (cornerY - fromY)) * (polygon[corner] - polygon[from])
}

const previous = (polygon: Polygon, corner: number): number => (corner === 0 ? polygon.length : corner) - 2

function boundsOf(polygon: Polygon) {
  const box = { left: Infinity, right: -Infinity, bottom: Infinity, top: -Infinity }
  for (let i = 0; i < polygon.length; i += 2) {
    box.left = Math.min(box.left, polygon[i])
    box.right = Math.max(box.right, polygon[i])
    box.bottom = Math.min(box.bottom, polygon[i + 1])
    box.top = Math.max(box.top, polygon[i + 1])
  }
  return box
}
