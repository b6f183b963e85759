import { countDistinct, type DistinctBudget, distinctBudget } from './distinct.ts'
import { collectFloats, type FloatCollector } from './floats.ts'
import { isBoolean, isDate } from './kinds.ts'
import { isMissing } from './missing.ts'
import { hasLeadingZero, isGrouped, parseNumber } from './number.ts'
import type { CellCounts } from './types.ts'

/** Reads the cells of one column, one row after the other. */
export interface ColumnTally {
  /** `line` is the 1-based line of the file on which the row begins. */
  add(cell: string, line: number): void
  /** Counts cells as missing up to that many rows. */
  fill(rows: number): void
  counts(): CellCounts
  /** Values [rows] in shared memory, NaN where a cell was not a number. To be asked once, after the last row. */
  values(): Float64Array
}

/** `certain`: the decimal mark cannot be a mark between thousands. `budget` is shared by the columns of a table. */
export function tallyColumn(
  decimal: string,
  certain: boolean,
  budget: DistinctBudget = distinctBudget(),
): ColumnTally {
  let floats: FloatCollector | null = null
  let before = 0
  let numbers = 0
  let missing = 0
  let others = 0
  let firstOther: CellCounts['firstOther'] = null
  let booleans = 0
  let dates = 0
  let leadingZeros = 0
  let several = 0
  let grouped = 0
  const texts = countDistinct(budget)
  const grouping = watchGrouping(decimal, !certain)

  function addOther(cell: string, line: number): void {
    // Detached: V8 keeps the whole chunk of the file alive for a slice of it.
    if (others === 0) firstOther = { line, text: detached(cell) }
    if (booleans === others && isBoolean(cell)) booleans++
    else if (dates === others && isDate(cell)) dates++
    if (isGrouped(cell)) grouped++
    others++
    texts.add(cell)
  }

  return {
    add(cell, line) {
      const value = parseNumber(cell, decimal)
      if (value === value) {
        floats ??= collectFloats()
        floats.push(value)
        numbers++
        if (cell.length > 1) several++
        if (hasLeadingZero(cell)) leadingZeros++
        if (grouping.open) grouping.see(cell)
        return
      }
      // No memory is taken for the values of a column before its first number.
      if (floats === null) before++
      else floats.push(Number.NaN)
      if (isMissing(cell)) missing++
      else addOther(cell, line)
    },
    fill(rows) {
      const lacking = rows - (numbers + missing + others)
      missing += lacking
      if (floats === null) before += lacking
      else for (let i = 0; i < lacking; i++) floats.push(Number.NaN)
    },
    counts: () => ({
      rows: numbers + missing + others,
      numbers,
      missing,
      others,
      firstOther,
      booleans,
      dates,
      leadingZeros,
      several,
      grouped,
      distinctOthers: texts.count,
      ambiguous: grouping.open && grouping.seen,
    }),
    values: () => (floats ?? collectFloats()).toShared(before),
  }
}

/** `1,234` with a decimal comma is one and a bit, or a thousand: told apart by the first cell that has no three digits. */
function watchGrouping(decimal: string, open: boolean) {
  const grouped = decimal === ',' ? /^\s*[+-]?[1-9]\d{0,2},\d{3}\s*$/ : /^\s*[+-]?[1-9]\d{0,2}\.\d{3}\s*$/
  return {
    open,
    seen: false,
    see(cell: string) {
      if (!cell.includes(decimal)) return
      this.seen = true
      this.open = grouped.test(cell)
    },
  }
}

function detached(cell: string): string {
  return cell.length < 13 ? cell : ` ${cell}`.slice(1)
}
