import type { DecidedFormat } from './number-format.ts'
import { histogram, type Histogram } from './histogram.ts'
import { moments, type Moments } from './moments.ts'
import { sequence, type Sequence } from './sequence.ts'
import type { CellCounts, NumberFormat, RejectReason } from './types.ts'
import { usualUnit } from './units.ts'

export interface ColumnSummary {
  type: 'numeric' | 'text' | 'date' | 'boolean' | 'identifier'
  missing: number
  /** Cells of a column of numbers that are not numbers; 0 for other columns. */
  rejected: number
  /** `rejected` by reason. */
  rejectedBy: Partial<Record<RejectReason, number>>
  distinct: number
  min: number | null
  max: number | null
  mean: number | null
  sd: number | null
  /** How its numbers are written; null for a column without numbers. */
  format: NumberFormat | null
  ambiguous: boolean
  use: boolean
  /** Why the column is not used, in words; empty where it is. */
  reason: string
  histogram: Histogram | null
}

/** The share of cells that must be numbers for a column to be one of numbers. */
export const NUMERIC_SHARE = 0.9
/** Runs shorter than this may count up by chance. */
const COUNTING_ROWS = 10
/** The share of numbers of several characters that must have leading zeros for a column to be one of codes. */
const CODE_SHARE = 0.5
const NAMED_LIKE_IDENTIFIER =
  /^(?:.*[\s_.-])?(?:id|ids|index|idx|row|rowid|rownames|key|no|nr|#)$|^unnamed: 0$/i

/**
 * What a column is, from all of its cells. `original` is its name as the file writes it, `values` [rows] with NaN for
 * other cells, read in `format`. `unnamedFirst`: it is the first column under a header that does not name it, where programs write row names.
 */
export function profileColumn(
  original: string,
  counts: CellCounts,
  values: Float64Array,
  format: DecidedFormat,
  unnamedFirst = false,
): ColumnSummary {
  const shape = isNumeric(counts) ? moments(values) : null
  return shape === null
    ? words(counts, values)
    : numbers(unnamedFirst || NAMED_LIKE_IDENTIFIER.test(original.trim()), counts, values, format, shape)
}

/** Whether so many of a column's cells are numbers that it is one of numbers. */
export function isNumeric({ numbers, others }: CellCounts): boolean {
  return numbers > 0 && numbers >= NUMERIC_SHARE * (numbers + others)
}

/** Whether a column's numbers are codes: written with leading zeros, most of them or at a fixed width. */
export function areCodes({ leadingZeros, several, fixedWidth }: CellCounts): boolean {
  return leadingZeros > 0 && (fixedWidth || leadingZeros >= CODE_SHARE * several)
}

function numbers(
  named: boolean,
  counts: CellCounts,
  values: Float64Array,
  { decimal, thousands, ambiguous }: DecidedFormat,
  { min, max, mean, sd }: Moments,
): ColumnSummary {
  const order = sequence(values)
  const identifier = whyIdentifier(named, counts, order)
  const reason = identifier || (min === max ? 'every row has the same value' : '')
  return {
    type: identifier ? 'identifier' : 'numeric',
    missing: counts.missing,
    rejected: counts.others,
    rejectedBy: counts.othersBy,
    distinct: order.distinct,
    min,
    max,
    mean,
    sd,
    format: { decimal, thousands, unit: usualUnit(counts.units) },
    ambiguous,
    use: reason === '',
    reason,
    histogram: histogram(values, min, max),
  }
}

function whyIdentifier(named: boolean, counts: CellCounts, order: Sequence): string {
  if (areCodes(counts)) return 'codes: written with leading zeros'
  if (order.runs > 0 && counts.rows >= COUNTING_ROWS * order.runs)
    return order.runs === 1 ? 'numbers the rows' : 'numbers the rows within groups'
  if (order.distinctIntegers && counts.rows > 1 && named) {
    return 'a different whole number in every row, and named like an identifier'
  }
  return ''
}

function words(counts: CellCounts, values: Float64Array): ColumnSummary {
  const present = counts.rows - counts.missing
  const distinct = counts.distinctOthers + (counts.numbers > 0 ? sequence(values).distinct : 0)
  const { type, reason } = kindOfWords(counts, present, distinct)
  return {
    type,
    missing: counts.missing,
    rejected: 0,
    rejectedBy: {},
    distinct,
    min: null,
    max: null,
    mean: null,
    sd: null,
    format: null,
    ambiguous: false,
    use: false,
    reason,
    histogram: null,
  }
}

/** What most cells of a column are that is text because of them. */
const UNREADABLE: Partial<Record<RejectReason, string>> = {
  'other-format': 'numbers in two ways of writing: neither has nine in ten cells',
  'too-large': 'numbers too large for a computer’s arithmetic',
  infinite: 'infinite values',
  hexadecimal: 'hexadecimal numbers',
}

function kindOfWords(
  counts: CellCounts,
  present: number,
  distinct: number,
): { type: ColumnSummary['type']; reason: string } {
  const { othersBy, numbers, rejects } = counts
  if (present === 0) return { type: 'text', reason: 'every cell is missing' }
  if (othersBy.boolean === present) return { type: 'boolean', reason: 'yes or no, not a measurement' }
  if (othersBy.date === present) return { type: 'date', reason: 'dates' }
  const unreadable = whyUnreadable(counts)
  if (unreadable !== null) return { type: 'text', reason: UNREADABLE[unreadable] ?? '' }
  if (numbers > 0) {
    const share = `${numbers} of ${present} cells`
    return {
      type: 'text',
      reason: `text: only ${share} are numbers; the first that is not is on line ${rejects[0].line}`,
    }
  }
  if (distinct === present && present > 1)
    return { type: 'identifier', reason: 'a different text in every row' }
  return { type: 'text', reason: 'text' }
}

/** Why a column is not one of numbers although most of its cells, beside those that are, are numbers in some way; null for other columns. */
export function whyUnreadable({ othersBy, others, numbers }: CellCounts): RejectReason | null {
  const reasons = Object.keys(UNREADABLE) as RejectReason[]
  const counts = reasons.map((reason) => othersBy[reason] ?? 0)
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0 || numbers + total < NUMERIC_SHARE * (numbers + others)) return null
  return reasons[counts.indexOf(Math.max(...counts))]
}
