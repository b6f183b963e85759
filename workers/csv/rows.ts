import { distinctBudget } from '../../core/table/distinct.ts'
import { collectFloats, type ExpectedRows } from '../../core/table/floats.ts'
import { textOfCells } from '../../core/table/loose-text.ts'
import { missingTexts } from '../../core/table/missing.ts'
import { tallyColumn, type ColumnTally, type TallyRules } from '../../core/table/tally.ts'
import type { Dialect } from '../../contract/views.ts'
import { watchWidths, type RowWidths, type TableShape } from './widths.ts'

/** Takes the rows of a table as they are cut and keeps what is asked of them: numbers, counts and places. */
export interface RowCollector {
  /** Places are bytes of the file. The first record names the columns where there is a header; wider rows add to them. */
  take(cells: string[], start: number, end: number, line: number): void
  /** In a table of one column it is a row without a value, unless it is at the end. */
  takeBlankLine(start: number, end: number, line: number): void
  readonly rows: number
  /** How many cells `takeScanned` takes; 0 while rows can only be taken whole. */
  readonly width: number
  /** One per column, for cells to be added to before `takeScanned`. */
  readonly tallies: readonly ColumnTally[]
  /** What its values and places take in memory. */
  readonly bytes: number
  /** To be set as soon as the number of rows can be told, with some to spare. */
  readonly expected: ExpectedRows
  /** So many rows whose cells, `width` of them, have been added to `tallies`. What is given of their places is short by `shift`. */
  takeScanned(starts: Int32Array, ends: Int32Array, count: number, shift: number): void
  /** Place just behind the header's content; null without a header. */
  readonly headerEnd: number | null
  /** To be asked once, after the last row. */
  finish(): CollectedRows
}

export interface CollectedRows {
  shape: TableShape
  /** One per column, undecoded: the names in the header, empty where it has none. */
  originals: string[]
  tallies: ColumnTally[]
  /** Places in shared memory, like `ends`. */
  starts: Float64Array
  ends: Float64Array
  /** Blank lines between the rows are rows. */
  blankRows: boolean
}

export interface RowRules {
  dialect: Dialect
  /** Its encoding is the likeliest only. */
  encodingOpen: boolean
  /** How a column's numbers are to be read; `thousands` is null while its format is open. */
  formatOf(column: number): Pick<TallyRules, 'decimal' | 'thousands'>
  /** What is thrown for a row that is too much wider than the first record. */
  tooWide(line: number, cells: number, expected: number): Error
}

/** Cells that a row may have beyond those of the first record. */
const SURPLUS = 100

export function collectRows({ dialect, encodingOpen, formatOf, tooWide }: RowRules): RowCollector {
  const expected: ExpectedRows = { rows: 0 }
  const starts = collectFloats(expected)
  const ends = collectFloats(expected)
  const budget = distinctBudget()
  const textOf = textOfCells(dialect.encoding, !encodingOpen)
  const missing = missingTexts(dialect.missing, textOf)
  const tallies: ColumnTally[] = []
  let names: string[] = []
  let base = 0
  let widths: RowWidths | null = null
  let headerEnd: number | null = null
  let rows = 0
  let places = new Float64Array(0)
  let blankLines: { start: number; end: number; line: number }[] = []

  function placesOf(given: Int32Array, count: number, shift: number): Float64Array {
    if (count > places.length) places = new Float64Array(given.length)
    for (let row = 0; row < count; row++) places[row] = given[row] + shift
    return places
  }

  function addColumns(count: number): void {
    while (tallies.length < count) {
      tallies.push(tallyColumn({ ...formatOf(tallies.length), missing, textOf, budget, expected }))
    }
  }

  function takeRow(cells: string[], start: number, end: number, line: number): void {
    if (cells.length !== base) takeUneven(cells, line)
    for (let column = 0; column < base; column++) {
      tallies[column].add(column < cells.length ? cells[column] : '', line)
    }
    starts.push(start)
    ends.push(end)
    rows++
  }

  function takeBlankLines(): void {
    // Between blanks a cell without a value is not there at all.
    const cells = dialect.delimiter === ' ' ? [] : ['']
    for (const { start, end, line } of blankLines) takeRow(cells, start, end, line)
    blankLines = []
  }

  function takeUneven(cells: string[], line: number): void {
    if (cells.length > base + SURPLUS) throw tooWide(line, cells.length, base)
    widths?.add(rows, cells, line)
    addColumns(cells.length)
    for (let column = base; column < cells.length; column++) {
      tallies[column].fill(rows)
      tallies[column].add(cells[column], line)
    }
  }

  return {
    take(cells, start, end, line) {
      if (widths === null) {
        base = cells.length
        widths = watchWidths(base)
        addColumns(base)
        if (dialect.header) {
          names = cells
          headerEnd = end
          return
        }
      }
      if (blankLines.length > 0) takeBlankLines()
      takeRow(cells, start, end, line)
    },
    takeBlankLine(start, end, line) {
      if (base === 1) blankLines.push({ start, end, line })
    },
    get rows() {
      return rows
    },
    get width() {
      return blankLines.length > 0 ? 0 : base
    },
    tallies,
    expected,
    get bytes() {
      return tallies.reduce((sum, { bytes }) => sum + bytes, starts.bytes + ends.bytes)
    },
    takeScanned(rowStarts, rowEnds, count, shift) {
      starts.pushAll(placesOf(rowStarts, count, shift), 0, count)
      ends.pushAll(placesOf(rowEnds, count, shift), 0, count)
      rows += count
    },
    get headerEnd() {
      return headerEnd
    },
    finish() {
      const shape = (widths ?? watchWidths(0)).shape(rows, dialect.header)
      const named = shape.rowNames ? ['', ...names] : names
      for (const tally of tallies) tally.fill(rows)
      return {
        shape,
        originals: tallies.map((_, column) => named[column] ?? ''),
        tallies,
        starts: starts.toShared(),
        ends: ends.toShared(),
        blankRows: base === 1,
      }
    },
  }
}
