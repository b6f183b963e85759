import { pixelOf, type Plane } from './plane.ts'
import type { Stroke } from './strokes.ts'

/** The part of a canvas context that curves are drawn with. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'stroke'
  | 'setLineDash'
  | 'strokeStyle'
  | 'globalAlpha'
  | 'lineWidth'
>

/** Points drawn between two pauses, and in one path. */
const PAUSE = 6_000
const PATH = 1_200

/**
 * Draws all curves, and yields after every few thousand points, so that ten thousand curves never hold up a frame. Dashes cost a
 * multiple. Each path is stroked at once: curves of one path that lie on one another do not darken, those of several do.
 */
export function* drawStrokes(pen: Pen, strokes: readonly Stroke[], { x, y }: Plane): Generator<void> {
  let sincePause = 0
  for (const { color, opacity, width, dash, end, curves } of strokes) {
    pen.strokeStyle = color
    pen.lineWidth = width
    pen.setLineDash([...dash])
    let inPath = 0
    pen.beginPath()
    pen.globalAlpha = opacity
    for (const { xy } of curves) {
      for (let i = 0; i + 1 < xy.length; i += 2) {
        const px = pixelOf(x, xy[i] ?? NaN)
        const py = pixelOf(y, xy[i + 1] ?? NaN)
        if (i === 0) pen.moveTo(px, py)
        else pen.lineTo(px, py)
      }
      if (end !== null && xy.length > 0)
        markEnd(pen, end, pixelOf(x, xy.at(-2) ?? NaN), pixelOf(y, xy.at(-1) ?? NaN))
      const cost = (xy.length / 2) * (dash.length > 0 ? 4 : 1) + (end === null ? 0 : 6)
      inPath += cost
      sincePause += cost
      if (inPath < PATH) continue
      pen.stroke()
      if (sincePause >= PAUSE) {
        sincePause = 0
        yield
      }
      pen.beginPath()
      inPath = 0
    }
    pen.stroke()
  }
}

function markEnd(pen: Pen, end: 'ring' | 'cross', x: number, y: number): void {
  if (end === 'ring') {
    pen.moveTo(x + 2.5, y)
    pen.arc(x, y, 2.5, 0, 2 * Math.PI)
    return
  }
  pen.moveTo(x - 3, y - 3)
  pen.lineTo(x + 3, y + 3)
  pen.moveTo(x - 3, y + 3)
  pen.lineTo(x + 3, y - 3)
}
