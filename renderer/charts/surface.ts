import type { Pixel } from './drawn-area.ts'

/** A chart on the screen, to whoever draws over it. */
export interface Surface {
  size(): { width: number; height: number }
  /** Whether a place lies in the grid of its first axes. */
  holds(pixel: Pixel): boolean
  /** A place in the units of these axes. */
  valueAt(pixel: Pixel): [number, number]
  /** Hands on an event that the chart did not get because something lies over it. */
  forward(event: Event): void
}
