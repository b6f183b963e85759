import type { Pixel } from './drawn-area.ts'

/** One of the grids of a chart that can be drawn on. */
export interface Panel {
  /** Its index among the grids of the chart. */
  grid: number
  holds(pixel: Pixel): boolean
  /** A place in the units of its axes. */
  valueAt(pixel: Pixel): [number, number]
}

/** A chart on the screen, to whoever draws over it. */
export interface Surface {
  size(): { width: number; height: number }
  /** The panel in which a place lies, if any. */
  panelAt(pixel: Pixel): Panel | null
  /** The panels that can be drawn on, each with a place inside it. */
  middles(): { panel: Panel; at: Pixel }[]
  /** Lets `listener` have keys before the chart takes them: those that it answers true to. Returns the release. */
  onKey(listener: (event: KeyboardEvent) => boolean): () => void
  /** Hands on an event that the chart did not get because something lies over it. */
  forward(event: Event): void
}
