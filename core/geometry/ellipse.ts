/** A covariance matrix in the plane. */
export interface PlaneCovariance {
  xx: number
  xy: number
  yy: number
}

/** A component seen in a plane. */
export interface PlaneComponent {
  x: number
  y: number
  covariance: PlaneCovariance
}

/**
 * The outline of a component at `radius` standard deviations: `points` points (x, y alternating, [2 × points]) on a closed
 * curve whose last point is the first. A singular covariance gives a flat outline.
 */
export function ellipseOutline(component: PlaneComponent, radius: number, points = 65): Float64Array {
  const { xx, xy, yy } = component.covariance
  const halfTrace = (xx + yy) / 2
  const root = Math.hypot((xx - yy) / 2, xy)
  const angle = Math.atan2(2 * xy, xx - yy) / 2
  const long = radius * Math.sqrt(Math.max(0, halfTrace + root))
  const short = radius * Math.sqrt(Math.max(0, halfTrace - root))
  const outline = new Float64Array(2 * points)
  for (let i = 0; i < points; i++) {
    const turn = i === points - 1 ? 0 : (2 * Math.PI * i) / (points - 1)
    const u = long * Math.cos(turn)
    const v = short * Math.sin(turn)
    outline[2 * i] = component.x + u * Math.cos(angle) - v * Math.sin(angle)
    outline[2 * i + 1] = component.y + u * Math.sin(angle) + v * Math.cos(angle)
  }
  return outline
}
