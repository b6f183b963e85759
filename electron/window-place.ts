import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Rectangle } from 'electron'
import * as v from 'valibot'

const whole = v.pipe(v.number(), v.integer(), v.minValue(-100_000), v.maxValue(100_000))

/** Where a window stood when it was closed. */
export const WindowPlace = v.object({
  x: whole,
  y: whole,
  width: whole,
  height: whole,
  maximised: v.boolean(),
})
export type WindowPlace = v.InferOutput<typeof WindowPlace>

export const LEAST = { width: 1024, height: 700 } as const
const USUAL = { width: 1440, height: 900 } as const
/** How far a second window stands from the first. */
const STEP = 28
/** So much of a window, at its top, has to be seen for it to be moved by hand. */
const GRIP = { width: 200, height: 40 } as const

export type Placed = Partial<Pick<Rectangle, 'x' | 'y'>> & { width: number; height: number }

/**
 * Where a window stands: as the last one was left, or a step from the one that is there; no larger than its display, and in the
 * middle of the main one, the first of `displays`, where the display it stood on is gone.
 */
export function placeWindow(
  last: WindowPlace | null,
  beside: boolean,
  displays: readonly Rectangle[],
): Placed {
  if (last === null) return { ...USUAL }
  const shift = beside ? STEP : 0
  const wanted = { x: last.x + shift, y: last.y + shift, width: last.width, height: last.height }
  const display = displays.find((area) => canBeGripped(wanted, area))
  const around = display ?? displays[0]
  const width = clamp(wanted.width, LEAST.width, around?.width)
  const height = clamp(wanted.height, LEAST.height, around?.height)
  return display === undefined ? { width, height } : { x: wanted.x, y: wanted.y, width, height }
}

function canBeGripped(window: Rectangle, area: Rectangle): boolean {
  const seen = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  const top = window.y >= area.y && window.y + GRIP.height <= area.y + area.height
  return top && seen >= GRIP.width
}

/** A window may be larger than a display that is smaller than the least size. */
function clamp(size: number, least: number, most = Infinity): number {
  return Math.max(least, Math.min(size, most))
}

/** Null where nothing is kept, or nothing that Basin wrote. */
export function readPlace(file: string): WindowPlace | null {
  try {
    return v.parse(WindowPlace, JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** What cannot be kept is lost: the next window opens where windows usually do. */
export function keepPlace(file: string, place: WindowPlace): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(`${file}.new`, JSON.stringify(place))
    renameSync(`${file}.new`, file)
  } catch {
    return
  }
}
