/** A click in a chart, in the units of its axes. */
export interface Picked {
  x: number
  y: number
  xPerPixel: number
  yPerPixel: number
}

/** Where the pointer is: in the units of the plot it is over, and in pixels of the chart. */
export interface Pointed extends Picked {
  plot: number
  left: number
  top: number
}

/** How near a click must be to what it means, in pixels. */
const REACH = 14

/**
 * The curve whose polyline (x, y alternating) passes nearest to the click; null where none is within reach.
 * Of curves that lie on one another, the first.
 */
export function nearestCurve<Id>(curves: readonly { id: Id; xy: Float64Array }[], at: Picked): Id | null {
  let nearest: Id | null = null
  let least = REACH * REACH
  for (const { id, xy } of curves) {
    const square = squareDistance(xy, at)
    if (square >= least) continue
    least = square
    nearest = id
  }
  return nearest
}

function squareDistance(xy: Float64Array, at: Picked): number {
  let least = Infinity
  let fromX = NaN
  let fromY = NaN
  for (let i = 0; i + 1 < xy.length; i += 2) {
    const toX = ((xy[i] ?? NaN) - at.x) / at.xPerPixel
    const toY = ((xy[i + 1] ?? NaN) - at.y) / at.yPerPixel
    least = Math.min(least, i === 0 ? toX * toX + toY * toY : squareToSegment(fromX, fromY, toX, toY))
    fromX = toX
    fromY = toY
  }
  return least
}

/** From the origin to the segment between two points. */
function squareToSegment(ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax
  const dy = by - ay
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length))
  const x = ax + along * dx
  const y = ay + along * dy
  return x * x + y * y
}
