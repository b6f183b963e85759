import { countDistinct, type DistinctBudget } from './distinct.ts'
import { addEvidence, noEvidence } from './evidence.ts'
import { collectFloats, type ExpectedRows, type FloatCollector } from './floats.ts'
import { looseText, withoutBlanks, type TextOfCell } from './loose-text.ts'
import type { MissingTexts } from './missing.ts'
import { readings, type Reading, type Readings } from './reading.ts'
import { whyNoNumber } from './rejection.ts'
import { isOfNumber, SHAPE, shapeOfFinite, WIDTH_SHIFT, widthOf } from './shape.ts'
import type { CellCounts, Evidence, Reject, RejectReason, Thousands } from './types.ts'

/** How many rejected cells of a column are kept. */
export const REJECTS_KEPT = 20
/** The bits of a shape without its width. */
const HOW = 2 ** WIDTH_SHIFT - 1
/** How much of each: 80 characters of up to four bytes. */
const REJECT_LENGTH = 320

/** Reads the cells of one column, one row after the other: each row is one call of `add`, `addPlain` or `addEmpty`. */
export interface ColumnTally {
  /** `cell` undecoded and unquoted; `line` is the 1-based line of the file on which the row begins. */
  add(cell: string, line: number): void
  /**
   * A cell that somebody has read as a plain number with `plainDecimal`; `shape` as `shapeOf` gives it, with
   * the width. A cell with anything else in it, blanks around it too, goes to `add`.
   */
  addPlain(value: number, shape: number): void
  /** The same for cells [from, to), one per row. */
  addPlains(values: Float64Array, shapes: Int32Array, from: number, to: number): void
  /** A cell of no characters. */
  addEmpty(): void
  /** The decimal mark that a cell has which could be read either way. */
  readonly decimal: '.' | ','
  /** `decimal`, which plain cells have; null where each cell must come as text, for a number can mean “missing”. */
  readonly plainDecimal: '.' | ',' | null
  /** Counts cells as missing up to that many rows. */
  fill(rows: number): void
  /** What its values take in memory. */
  readonly bytes: number
  counts(): CellCounts
  /** Values [rows] in shared memory, NaN where a cell was not a number. To be asked once, after the last row. */
  values(): Float64Array
}

export interface TallyRules {
  /** The mark that a cell has which could be read either way. */
  decimal: '.' | ','
  /** What stands between thousands; null while that and the decimal mark are open: then every cell counts that is a number in any way. */
  thousands: Thousands | null
  missing: MissingTexts
  /** Default: as UTF-8 where it is valid, else as Windows-1252. */
  textOf?: TextOfCell
  /** Shared by the columns of a table. */
  budget: DistinctBudget
  /** Shared likewise. */
  expected?: ExpectedRows
}

export function tallyColumn({
  decimal,
  thousands,
  missing,
  textOf = looseText,
  budget,
  expected,
}: TallyRules): ColumnTally {
  const other = decimal === '.' ? ',' : '.'
  const evidence = noEvidence()
  const texts = countDistinct(budget)
  const units = new Map<string, number>()
  const othersBy: CellCounts['othersBy'] = {}
  const firstBy: CellCounts['firstBy'] = {}
  const rejects: Reject[] = []
  let floats: FloatCollector | null = null
  let before = 0
  let numbers = 0
  let empty = 0
  let others = 0
  /** Numbers by how they are written, without their width. */
  const written = new Int32Array(HOW + 1)
  let firstShape = 0
  /** Bits in which any number is written otherwise than the first. */
  let unlikeFirst = 0
  let inexact = 0
  let unitLine = 0

  function addPlain(value: number, shape: number): void {
    floats ??= collectFloats(expected)
    floats.push(value)
    if (numbers++ === 0) firstShape = shape
    written[shape & HOW]++
    unlikeFirst |= shape ^ firstShape
  }

  function addPlains(values: Float64Array, shapes: Int32Array, from: number, to: number): void {
    floats ??= collectFloats(expected)
    floats.pushAll(values, from, to)
    let unlike = unlikeFirst
    if (numbers === 0) firstShape = shapes[from]
    for (let cell = from; cell < to; cell++) {
      const shape = shapes[cell]
      written[shape & HOW]++
      unlike |= shape ^ firstShape
    }
    unlikeFirst = unlike
    numbers += to - from
  }

  /** How many numbers are written so, by one bit of `SHAPE`. */
  function shaped(bit: number): number {
    let count = 0
    for (let shape = 0; shape < written.length; shape++) if (shape & bit) count += written[shape]
    return count
  }

  function addNone(): void {
    // No memory is taken for the values of a column before its first number.
    if (floats === null) before++
    else floats.push(Number.NaN)
  }

  function addEmpty(): void {
    addNone()
    empty++
  }

  function tryPlain(text: string): boolean {
    if (!isOfNumber(text.charCodeAt(0)) || (decimal === ',' && text.includes('.'))) return false
    const pointed = decimal === '.' ? text : text.replace(',', '.')
    const value = Number(pointed)
    // NaN and both infinities.
    if (value - value !== 0) return false
    const shape = shapeOfFinite(pointed)
    if (shape < 0) return false
    addPlain(value, shape)
    return true
  }

  function addReadings(found: Readings, cell: string, line: number): void {
    const reading = chosen(found)
    if (reading === null || !Number.isFinite(reading.value)) {
      reject(cell, line, reading === null ? 'other-format' : 'too-large')
      return
    }
    addEvidence(evidence, found)
    addPlain(reading.value, SHAPE.SEVERAL)
    if (reading.inexact) inexact++
    if (found.unit === '') return
    units.set(found.unit, (units.get(found.unit) ?? 0) + 1)
    if (unitLine === 0) unitLine = line
  }

  function chosen(found: Readings): Reading | null {
    const reading = found[decimal]
    if (thousands === null) return reading ?? found[other]
    return reading && (reading.thousands === '' || reading.thousands === thousands) ? reading : null
  }

  function reject(cell: string, line: number, reason: RejectReason): void {
    const kept = rejects.length < REJECTS_KEPT
    if (kept || firstBy[reason] === undefined) {
      const rejected = { row: numbers + empty + others, line, text: detached(cell), reason }
      if (kept) rejects.push(rejected)
      firstBy[reason] ??= rejected
    }
    addNone()
    others++
    othersBy[reason] = (othersBy[reason] ?? 0) + 1
    texts.add(cell)
  }

  /** With the plain cells, which are counted apart. */
  function wholeEvidence(): Evidence {
    const groupable = shaped(SHAPE.GROUPABLE)
    const bare = evidence[decimal][''] + shaped(SHAPE.MARK) - groupable
    const whole = { ...evidence, [decimal]: { ...evidence[decimal], '': bare } }
    if (decimal === '.') whole.eitherPoint += groupable
    else whole.eitherComma += groupable
    return whole
  }

  return {
    decimal,
    plainDecimal: missing.plain ? null : decimal,
    addPlain,
    addPlains,
    addEmpty,
    add(cell, line) {
      if (cell.length === 0 || (missing.plain && missing.has(cell))) {
        addEmpty()
        return
      }
      if (tryPlain(cell)) return
      const text = withoutBlanks(cell)
      if (text.length < cell.length && tryPlain(text)) return
      if (missing.has(text)) {
        addEmpty()
        return
      }
      const found = readings(text, textOf)
      if (found === null) reject(cell, line, whyNoNumber(text, textOf))
      else addReadings(found, cell, line)
    },
    fill(rows) {
      for (let lacking = rows - (numbers + empty + others); lacking > 0; lacking--) addEmpty()
    },
    get bytes() {
      return floats === null ? 0 : floats.bytes
    },
    counts: () => ({
      rows: numbers + empty + others,
      numbers,
      missing: empty,
      others,
      othersBy,
      firstBy,
      rejects,
      leadingZeros: shaped(SHAPE.LEADING_ZERO),
      several: shaped(SHAPE.SEVERAL),
      fixedWidth: widthOf(firstShape) > 0 && widthOf(unlikeFirst) === 0,
      inexact: inexact + shaped(SHAPE.INTEGER_INEXACT),
      units,
      unitLine,
      evidence: wholeEvidence(),
      distinctOthers: texts.count,
    }),
    values: () => (floats ?? collectFloats()).toShared(before),
  }
}

/** V8 keeps the whole chunk of the file alive for a slice of it. */
function detached(cell: string): string {
  const text = cell.slice(0, REJECT_LENGTH)
  return text.length < 13 ? text : ` ${text}`.slice(1)
}
