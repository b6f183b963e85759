import { histogram, type Histogram } from './histogram.ts'
import { moments, type Moments } from './moments.ts'
import { sequence, type Sequence } from './sequence.ts'
import type { CellCounts } from './types.ts'

export interface ColumnSummary {
  type: 'numeric' | 'text' | 'date' | 'boolean' | 'identifier'
  missing: number
  /** Cells of a column of numbers that are not numbers; 0 for other columns. */
  rejected: number
  distinct: number
  min: number | null
  max: number | null
  mean: number | null
  sd: number | null
  ambiguous: boolean
  use: boolean
  /** Why the column is not used, in words; empty where it is. */
  reason: string
  histogram: Histogram | null
}

/** The share of cells that must be numbers for a column to be one of numbers. */
const NUMERIC_SHARE = 0.9
/** Why a column of numbers like 1.234,5 is not used. */
export const GROUPED_THOUSANDS = 'cells look like numbers with grouped thousands, which are not read yet'
/** Runs shorter than this may count up by chance. */
const COUNTING_ROWS = 10
/** The share of numbers of several characters that must have leading zeros for a column to be one of codes. */
const CODE_SHARE = 0.5
const NAMED_LIKE_IDENTIFIER =
  /^(?:.*[\s_.-])?(?:id|ids|index|idx|row|rowid|rownames|key|no|nr|#)$|^unnamed: 0$/i

/**
 * What a column is, from all of its cells. `original` is its name as the file writes it, `values` [rows] with NaN for
 * other cells. `unnamedFirst`: it is the first column under a header that does not name it, where programs write row names.
 */
export function profileColumn(
  original: string,
  counts: CellCounts,
  values: Float64Array,
  unnamedFirst = false,
): ColumnSummary {
  const shape = moments(values)
  const present = counts.rows - counts.missing
  return shape !== null && counts.numbers >= NUMERIC_SHARE * present
    ? numbers(unnamedFirst || NAMED_LIKE_IDENTIFIER.test(original.trim()), counts, values, shape)
    : words(counts, values)
}

function numbers(
  named: boolean,
  counts: CellCounts,
  values: Float64Array,
  { min, max, mean, sd }: Moments,
): ColumnSummary {
  const order = sequence(values)
  const identifier = whyIdentifier(named, counts, order)
  const reason = identifier || (min === max ? 'every row has the same value' : '')
  return {
    type: identifier ? 'identifier' : 'numeric',
    missing: counts.missing,
    rejected: counts.others,
    distinct: order.distinct,
    min,
    max,
    mean,
    sd,
    ambiguous: counts.ambiguous,
    use: reason === '',
    reason,
    histogram: histogram(values, min, max),
  }
}

function whyIdentifier(named: boolean, counts: CellCounts, order: Sequence): string {
  if (counts.leadingZeros > 0 && counts.leadingZeros >= CODE_SHARE * counts.several)
    return 'codes: written with leading zeros'
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
    distinct,
    min: null,
    max: null,
    mean: null,
    sd: null,
    ambiguous: false,
    use: false,
    reason,
    histogram: null,
  }
}

function kindOfWords(
  counts: CellCounts,
  present: number,
  distinct: number,
): { type: ColumnSummary['type']; reason: string } {
  if (present === 0) return { type: 'text', reason: 'every cell is missing' }
  if (counts.booleans === present) return { type: 'boolean', reason: 'yes or no, not a measurement' }
  if (counts.dates === present) return { type: 'date', reason: 'dates' }
  if (counts.grouped > 0 && counts.numbers + counts.grouped >= NUMERIC_SHARE * present) {
    return { type: 'text', reason: GROUPED_THOUSANDS }
  }
  if (counts.numbers > 0 && counts.firstOther) {
    const { line } = counts.firstOther
    const share = `${counts.numbers} of ${present} cells`
    return {
      type: 'text',
      reason: `text: only ${share} are numbers; the first that is not is on line ${line}`,
    }
  }
  if (distinct === present && present > 1)
    return { type: 'identifier', reason: 'a different text in every row' }
  return { type: 'text', reason: 'text' }
}
