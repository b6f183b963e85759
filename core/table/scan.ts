import { moduleBytes } from '../mixture/kernel/wasm/bytes.ts'
import type { WebAssemblyHost } from '../mixture/kernel/wasm/machine.ts'
import { FOUND, MARGIN, POWERS, scanLayout } from './scan-layout.ts'
import { numberRoutine } from './scan-number.ts'
import { EXACT_POWERS } from './scan-powers.ts'
import { NO_NUMBERS, rowRoutine, scanRoutine, textRoutine, type CuttingBytes } from './scan-row.ts'

/**
 * Cuts rows of plain numbers from bytes, one character each, some of them at a time. What it finds is there until it is
 * asked again; cell `row` of a column is at column × `capacity` + `row`.
 */
export interface RowScanner {
  /** Most rows at a time. */
  readonly capacity: number
  /** Rows found. */
  readonly rows: number
  /** Of the first byte of what was loaded, where places of rows and cells are asked for. */
  readonly origin: number
  /** Per row: the place of its first byte, and that behind its last one before the line end. */
  readonly rowStarts: Int32Array
  readonly rowEnds: Int32Array
  /** Per cell; nothing where it is no plain number. */
  readonly values: Float64Array
  /** Per cell: how its number is written (`SHAPE`), or `EMPTY_CELL`, or `TEXT_CELL`. */
  readonly shapes: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Takes in the bytes that rows are cut from. Earlier arrays are void from then on. */
  load(bytes: Uint8Array): void
  /**
   * Cuts rows from `from` on, at most to `to`, which is behind an LF. Stops at a row that somebody else must cut: of
   * another number of cells, with a quote, a CR alone, a comment, blank. Gives the place behind the rows found.
   */
  scan(from: number, to: number): number
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

/** A decimal mark that also ends cells is in none of them, and neither is a zero byte. */
const NO_MARK = 0
const PAGE_BYTES = 65536

/** The scanner is WebAssembly, made for the table: a cell is read 16 bytes at a time. */
export function createRowScanner({ delimiter, quote, comment, decimals }: ScanRules): RowScanner {
  const layout = scanLayout(decimals.length)
  const { capacity, width, text } = layout
  const code = (mark: string) => (mark === '' ? -1 : mark.charCodeAt(0))
  const cutting: CuttingBytes = { delimiter: code(delimiter), quote: code(quote), comment: code(comment) }
  const { WebAssembly: host } = globalThis as unknown as { WebAssembly: WebAssemblyHost }
  const memory = new host.Memory({ initial: Math.ceil((text + MARGIN) / PAGE_BYTES) })
  const module = new host.Module(
    moduleBytes([
      numberRoutine(layout, cutting.delimiter),
      textRoutine(cutting),
      rowRoutine(layout, cutting),
      scanRoutine(layout),
    ]),
  )
  const { scan } = new host.Instance(module, { host: { memory } }).exports as {
    scan(from: number, to: number): number
  }
  new Float64Array(memory.buffer, POWERS, EXACT_POWERS.length).set(EXACT_POWERS)
  const markOf = (mark: string | null) => {
    if (mark === null) return NO_NUMBERS
    return mark === delimiter ? NO_MARK : mark.charCodeAt(0)
  }
  new Int32Array(memory.buffer, layout.marks, width).set(decimals.map(markOf))

  const integers = (from: number, length: number) => new Int32Array(memory.buffer, from, length)
  const views = () => ({
    all: new Uint8Array(memory.buffer),
    found: integers(FOUND, 1),
    rowStarts: integers(layout.rowStarts, capacity),
    rowEnds: integers(layout.rowEnds, capacity),
    values: new Float64Array(memory.buffer, layout.values, capacity * width),
    shapes: integers(layout.shapes, capacity * width),
    starts: integers(layout.starts, capacity * width),
    ends: integers(layout.ends, capacity * width),
  })
  let at = views()

  return {
    capacity,
    origin: text,
    get rows() {
      return at.found[0]
    },
    get rowStarts() {
      return at.rowStarts
    },
    get rowEnds() {
      return at.rowEnds
    },
    get values() {
      return at.values
    },
    get shapes() {
      return at.shapes
    },
    get starts() {
      return at.starts
    },
    get ends() {
      return at.ends
    },
    load(bytes) {
      const lacking = text + bytes.length + MARGIN - at.all.length
      if (lacking > 0) {
        memory.grow(Math.ceil(lacking / PAGE_BYTES))
        at = views()
      }
      at.all.set(bytes, text)
    },
    scan: (from, to) => scan(text + from, text + to) - text,
  }
}
