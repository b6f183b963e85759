import { LIMITS } from '../../contract/limits.ts'

/** In pixels of the page, from the corner of the chart. */
export interface Pixel {
  x: number
  y: number
}

export interface Rectangle {
  left: number
  right: number
  top: number
  bottom: number
}

type Shape = 'box' | 'lasso'

/** Corners of a lasso closer than this are one. */
const STEP = 3
/** What is smaller than this both ways is a click. */
const LEAST = 4

/** The way that the pointer has gone, after it went on: of a box, where it began and where it is. */
export function wayOn(shape: Shape, way: readonly Pixel[], to: Pixel): Pixel[] {
  const [first = to] = way
  if (shape === 'box') return [first, to]
  const last = way.at(-1)
  if (last !== undefined && Math.hypot(to.x - last.x, to.y - last.y) < STEP) return [...way]
  return way.length < LIMITS.corners ? [...way, to] : [...way]
}

/** The corners of what was drawn; null where it is too small to be meant. */
export function areaOf(shape: Shape, way: readonly Pixel[]): Pixel[] | null {
  const { left, right, top, bottom } = around(way)
  if (right - left < LEAST && bottom - top < LEAST) return null
  if (shape === 'lasso') return way.length < 3 ? null : [...way]
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ]
}

export function within({ left, right, top, bottom }: Rectangle, { x, y }: Pixel): Pixel {
  return { x: Math.min(right, Math.max(left, x)), y: Math.min(bottom, Math.max(top, y)) }
}

/** The rectangle around a point inside it, of which only is known what it holds, in a chart of this size. */
export function rectangleAround(
  inside: Pixel,
  size: { width: number; height: number },
  holds: (pixel: Pixel) => boolean,
): Rectangle {
  const across = (x: number) => holds({ x, y: inside.y })
  const down = (y: number) => holds({ x: inside.x, y })
  return {
    left: edge(inside.x, 0, across),
    right: edge(inside.x, size.width, across),
    top: edge(inside.y, 0, down),
    bottom: edge(inside.y, size.height, down),
  }
}

/** The last place that holds on the way from one that does. */
function edge(from: number, to: number, holds: (at: number) => boolean): number {
  if (holds(to)) return to
  let [inner, outer] = [from, to]
  while (Math.abs(outer - inner) > 0.25) {
    const middle = (inner + outer) / 2
    if (holds(middle)) inner = middle
    else outer = middle
  }
  return inner
}

function around(way: readonly Pixel[]): Rectangle {
  const xs = way.map(({ x }) => x)
  const ys = way.map(({ y }) => y)
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}
