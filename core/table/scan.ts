import { EXACT_POWERS } from './scan-powers.ts'
import { nearestQuotient } from './scan-quotient.ts'
import { SHAPE, WIDEST, WIDTH_SHIFT } from './shape.ts'

/** In the place of a shape: the cell has no character. */
export const EMPTY_CELL = -1
/** In the place of a shape: the cell is to be read as text, from its start to its end. */
export const TEXT_CELL = -2

/**
 * Cuts rows of plain numbers from bytes, one character each, some of them at a time. What it finds is there until it is
 * asked again; cell `row` of a column is at column × `capacity` + `row`.
 */
export interface RowScanner {
  /** Most rows at a time. */
  readonly capacity: number
  /** Rows found. */
  readonly rows: number
  /** Per row: the place of its first byte, and that behind its last one before the line end. */
  readonly rowStarts: Int32Array
  readonly rowEnds: Int32Array
  /** Per cell; nothing where it is no plain number. */
  readonly values: Float64Array
  /** Per cell: how its number is written (`SHAPE`), or `EMPTY_CELL`, or `TEXT_CELL`. */
  readonly shapes: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /**
   * Cuts rows from `from` on, at most to `to`, which is behind an LF. Stops at a row that somebody else must cut: of
   * another number of cells, with a quote, a CR alone, a comment, blank. Gives the place behind the rows found.
   */
  scan(bytes: Uint8Array, from: number, to: number): number
}

export interface ScanRules {
  /** One ASCII character, no blank. */
  delimiter: string
  /** Empty where no mark quotes cells. */
  quote: string
  /** What comments begin with; empty where there are none. */
  comment: string
  /** The decimal mark of each column; null where all cells are wanted as text. */
  decimals: readonly (string | null)[]
}

const LF = 10
const CR = 13
const PLUS = 43
const MINUS = 45
const ZERO = 48
const UPPER_E = 69
const LOWER_E = 101
/** Digits that make a 32-bit integer, whatever they are. */
const CHUNK = 9
const EXACT_DIGITS = 15
const LARGEST_POWER = 22
const LARGEST_EXPONENT = 1000
const NO_NUMBERS = -1
/** A decimal mark that also ends cells is in none of them. */
const NO_MARK = -2
/** Cells at a time, and most rows: what is found of them stays in the nearest cache until it is fetched. */
const CELLS = 1024
const ROWS = 256

export function createRowScanner({ delimiter, quote, comment, decimals }: ScanRules): RowScanner {
  const width = decimals.length
  const capacity = Math.max(1, Math.min(ROWS, Math.floor(CELLS / width)))
  const rowStarts = new Int32Array(capacity)
  const rowEnds = new Int32Array(capacity)
  const values = new Float64Array(capacity * width)
  const shapes = new Int32Array(capacity * width)
  const starts = new Int32Array(capacity * width)
  const ends = new Int32Array(capacity * width)
  const between = delimiter.charCodeAt(0)
  const marks = Int32Array.from(decimals, (mark) => {
    if (mark === null) return NO_NUMBERS
    return mark === delimiter ? NO_MARK : mark.charCodeAt(0)
  })
  const quoting = quote === '' ? -1 : quote.charCodeAt(0)
  const remark = comment === '' ? -1 : comment.charCodeAt(0)
  let rows = 0

  /** Puts down cell `cell`, at `from`, if it is a plain number; gives its end, or `from` where it is none. */
  function scanNumber(bytes: Uint8Array, from: number, cell: number, mark: number): number {
    let place = from
    let byte = bytes[place]
    const negative = byte === MINUS
    if (negative || byte === PLUS) byte = bytes[++place]
    const begin = place
    let point = -1
    let first = 0
    let second = 0
    let digit = byte - ZERO
    while (digit >= 0 && digit <= 9) {
      first = (first * 10 + digit) | 0
      byte = bytes[++place]
      digit = byte - ZERO
    }
    if (byte === mark) {
      point = place
      byte = bytes[++place]
      digit = byte - ZERO
      while (digit >= 0 && digit <= 9) {
        first = (first * 10 + digit) | 0
        byte = bytes[++place]
        digit = byte - ZERO
      }
    }
    let significant = place - begin
    if (significant > CHUNK) {
      first = 0
      significant = 0
      for (let at = begin; at < place; at++) {
        if (at === point) continue
        digit = bytes[at] - ZERO
        if (significant < CHUNK) {
          first = (first * 10 + digit) | 0
          if (first !== 0) significant++
        } else {
          second = (second * 10 + digit) | 0
          if (++significant > 2 * CHUNK) return from
        }
      }
    }
    const digits = point < 0 ? place - begin : place - begin - 1
    if (digits === 0) return from
    const behind = point < 0 ? 0 : place - point - 1
    let exponent = -behind
    let bare = true
    if (byte === LOWER_E || byte === UPPER_E) {
      bare = false
      byte = bytes[++place]
      const down = byte === MINUS
      if (down || byte === PLUS) byte = bytes[++place]
      const start = place
      let written = 0
      for (;;) {
        const digit = byte - ZERO
        if (!(digit >= 0 && digit <= 9)) break
        written = written * 10 + digit
        if (written > LARGEST_EXPONENT) return from
        byte = bytes[++place]
      }
      if (place === start) return from
      exponent += down ? -written : written
    }
    if (byte !== between && byte !== LF && byte !== CR) return from

    let value: number
    let inexact = false
    if (significant <= EXACT_DIGITS) {
      const whole = significant <= CHUNK ? first : first * EXACT_POWERS[significant - CHUNK] + second
      // Clinger (1990): both are exact, so their quotient or product is the nearest double.
      if (exponent === 0 || whole === 0) value = whole
      else if (exponent < 0 && exponent >= -LARGEST_POWER) value = whole / EXACT_POWERS[-exponent]
      else if (exponent > 0 && exponent <= LARGEST_POWER) value = whole * EXACT_POWERS[exponent]
      else return from
    } else {
      if (exponent > 0 || exponent < -LARGEST_POWER) return from
      value = nearestQuotient(first, significant - CHUNK, second, -exponent)
      if (value !== value) return from
      inexact = point < 0 && bare && value - first * EXACT_POWERS[significant - CHUNK] !== second
    }
    values[cell] = negative ? -value : value

    let shape = place - from > 1 ? SHAPE.SEVERAL : 0
    if (point >= 0) {
      const before = point - begin
      shape |= SHAPE.MARK
      if (behind === 3 && before >= 1 && before <= 3 && bare && bytes[begin] !== ZERO)
        shape |= SHAPE.GROUPABLE
    } else if (bare) {
      if (inexact) shape |= SHAPE.INTEGER_INEXACT
      if (begin === from) {
        if (digits > 1 && bytes[from] === ZERO) shape |= SHAPE.LEADING_ZERO
        shape |= (digits < WIDEST ? digits : WIDEST) << WIDTH_SHIFT
      }
    }
    shapes[cell] = shape
    return place
  }

  /** The end of a cell that may hold anything but quotes; −1 where it holds one. */
  function endOfText(bytes: Uint8Array, from: number): number {
    for (let place = from; ; place++) {
      const byte = bytes[place]
      if (byte === between || byte === LF || byte === CR) return place
      if (byte === quoting) return -1
    }
  }

  /** Gives the place behind the row's line end, or −1 where somebody else must cut it. */
  function scanRow(bytes: Uint8Array, from: number, row: number): number {
    if (bytes[from] === remark) return -1
    let place = from
    let end = from
    for (let column = 0, cell = row; column < width; column++, cell += capacity) {
      const mark = marks[column]
      starts[cell] = place
      end = mark === NO_NUMBERS ? place : scanNumber(bytes, place, cell, mark)
      if (end === place) {
        end = endOfText(bytes, place)
        if (end < 0) return -1
        shapes[cell] = end === place ? EMPTY_CELL : TEXT_CELL
      }
      ends[cell] = end
      place = end + 1
      if (column < width - 1 && bytes[end] !== between) return -1
    }
    // A line of blanks is no row, and a table of one column has no delimiter to tell it by.
    if (width === 1 && shapes[row] < 0) return -1
    if (bytes[end] === CR && bytes[place] === LF) place++
    else if (bytes[end] !== LF) return -1
    rowStarts[row] = from
    rowEnds[row] = end
    return place
  }

  return {
    capacity,
    get rows() {
      return rows
    },
    rowStarts,
    rowEnds,
    values,
    shapes,
    starts,
    ends,
    scan(bytes, from, to) {
      let place = from
      for (rows = 0; rows < capacity && place < to; rows++) {
        const next = scanRow(bytes, place, rows)
        if (next < 0) break
        place = next
      }
      return place
    },
  }
}
