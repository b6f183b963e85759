import { EXACT_POWERS } from './scan-powers.ts'

/** Where things stand in the memory of a scanner, in bytes; cell `row` of a column is at column × `capacity` + `row`. */
export interface ScanLayout {
  /** Columns. */
  width: number
  /** Most rows at a time. */
  capacity: number
  marks: number
  values: number
  shapes: number
  starts: number
  ends: number
  rowStarts: number
  rowEnds: number
  text: number
}

/** Cells at a time, and most rows: what is found of them stays in the nearest cache until it is fetched. */
const CELLS = 1024
const ROWS = 256
const INTEGER = 4
const DOUBLE = 8
/** How many rows have been found. */
export const FOUND = 0
export const POWERS = 64
/** Bytes that may be read in front of the text and behind it. */
export const MARGIN = 64

export function scanLayout(width: number): ScanLayout {
  const capacity = Math.max(1, Math.min(ROWS, Math.floor(CELLS / width)))
  const cells = capacity * width
  const marks = POWERS + EXACT_POWERS.byteLength
  const values = Math.ceil((marks + width * INTEGER) / DOUBLE) * DOUBLE
  const shapes = values + cells * DOUBLE
  const starts = shapes + cells * INTEGER
  const ends = starts + cells * INTEGER
  const rowStarts = ends + cells * INTEGER
  const rowEnds = rowStarts + capacity * INTEGER
  const text = rowEnds + capacity * INTEGER + MARGIN
  return { width, capacity, marks, values, shapes, starts, ends, rowStarts, rowEnds, text }
}
