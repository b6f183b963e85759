import { onScopeDispose, watch, type Ref } from 'vue'
import { pixelOf, type Plane } from './plane.ts'
import { drawStrokes } from './sheet.ts'
import type { Stroke } from './strokes.ts'

export interface Sheet {
  strokes: readonly Stroke[]
  /** In pixels from the corner of the canvas. */
  plane: Plane
  width: number
  height: number
}

/**
 * Keeps curves drawn on a canvas, a few thousand points in a frame, out of sight until all are there. Where the plane has moved
 * meanwhile, what was drawn before is shown moved and stretched.
 */
export function useSheet(canvas: Readonly<Ref<HTMLCanvasElement | null>>, wanted: () => Sheet | null): void {
  let drawing: { sheet: Sheet; onto: HTMLCanvasElement; steps: Generator<void> } | null = null
  let drawn: { sheet: Sheet; image: HTMLCanvasElement } | null = null
  let next: Sheet | null = null
  let frame = 0

  watch([wanted, canvas], () => {
    next = wanted()
    if (next === null) return
    if (drawing !== null && !samePlace(drawing.sheet, next)) drawing = null
    if (drawn !== null && !samePlace(drawn.sheet, next)) show(next)
    if (frame === 0) frame = requestAnimationFrame(step)
  })
  onScopeDispose(() => cancelAnimationFrame(frame))

  function step(): void {
    frame = 0
    if (drawing === null && next !== null) drawing = begin(next)
    if (drawing === null) return
    if (drawing.steps.next().done === true) {
      drawn = { sheet: drawing.sheet, image: drawing.onto }
      drawing = null
      show(drawn.sheet)
    }
    if (drawing !== null || next !== null) frame = requestAnimationFrame(step)
  }

  function begin(sheet: Sheet) {
    next = null
    const onto = document.createElement('canvas')
    const pen = prepare(onto, sheet)
    return pen === null ? null : { sheet, onto, steps: drawStrokes(pen, sheet.strokes, sheet.plane) }
  }

  /** What was drawn last, as it lies in the plane of a sheet. */
  function show(sheet: Sheet): void {
    const pen = canvas.value === null ? null : prepare(canvas.value, sheet)
    if (pen === null || drawn === null) return
    const from = drawn.sheet
    const [x, y] = (['x', 'y'] as const).map((axis) => {
      const scale = sheet.plane[axis].scale / from.plane[axis].scale
      const { value, pixel } = from.plane[axis]
      return { scale, origin: pixelOf(sheet.plane[axis], value) - scale * pixel }
    })
    if (x === undefined || y === undefined) return
    pen.drawImage(drawn.image, x.origin, y.origin, from.width * x.scale, from.height * y.scale)
  }
}

/** Empties a canvas and gives it the size of a sheet in the screen's own pixels. */
function prepare(canvas: HTMLCanvasElement, { width, height }: Sheet): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio
  canvas.width = Math.max(1, Math.round(width * ratio))
  canvas.height = Math.max(1, Math.round(height * ratio))
  const pen = canvas.getContext('2d')
  pen?.scale(ratio, ratio)
  return pen
}

function samePlace(one: Sheet, other: Sheet): boolean {
  return (
    one.width === other.width &&
    one.height === other.height &&
    JSON.stringify(one.plane) === JSON.stringify(other.plane)
  )
}
