import { looksNumeric } from './decimal.ts'
import { isMissing } from './missing.ts'
import { countPreamble, haveRowNames, usualWidth } from './preamble.ts'
import { splitSample, type CellMarks, type SampleRecord } from './sample.ts'
import { asOneColumn } from './one-column.ts'

const CANDIDATES = [',', ';', '\t', '|'] as const
/** Records that tell how the table is cut. */
export const RECORDS = 200
/** Of two readings, that without lines above the table is the likelier one. */
const SKIPPING = 0.9

/** Nearly the highest score: only some cells of a header are no numbers. */
const ALL_NUMBERS = 1.8
/** Texts of several words each are seldom of equally many. */
const LEAST_OF_BLANKS = 0.9
/** Of records of which no two in three are alike, for there may be no better reading. */
const RAGGED = 0.1

type OtherMarks = Omit<CellMarks, 'delimiter'>

export interface SniffedDelimiter {
  /** Null where the file has one column. */
  delimiter: string | null
  /** The records are just as well one column of numbers or several. */
  ambiguous: boolean
}

interface Candidate {
  delimiter: string
  score: number
  /** The share of the records that have quotes astray. */
  stray: number
  records: SampleRecord[]
}

/**
 * The delimiter that cuts the records into the same number of cells, and the cells into numbers, and leaves no quote
 * astray; a blank only where nothing else gives more than one column, or it alone leaves nothing but numbers, or fewer
 * quotes astray.
 */
export function sniffDelimiter(text: string, marks: OtherMarks, complete: boolean): SniffedDelimiter {
  const found = likeliest(text, (delimiter) => {
    const records = splitSample(text, { ...marks, delimiter }, complete, RECORDS)
    return {
      delimiter,
      records,
      score: consistency(
        records.map(({ cells }) => cells),
        delimiter,
      ),
      stray: records.filter((record) => record.stray).length / Math.max(1, records.length),
    }
  })
  if (found === null) return { delimiter: null, ambiguous: false }
  const { one, ambiguous } = asOneColumn(found.records, text, found.delimiter)
  return { delimiter: one ? null : found.delimiter, ambiguous }
}

function likeliest(text: string, candidate: (delimiter: string) => Candidate): Candidate | null {
  let best: Candidate | null = null
  for (const delimiter of CANDIDATES) {
    if (!text.includes(delimiter)) continue
    const other = candidate(delimiter)
    if (other.score > 0 && (best === null || isLikelier(other, best))) best = other
  }
  if (!text.includes(' ')) return best
  const blank = candidate(' ')
  if (best === null) return blank.score > LEAST_OF_BLANKS ? blank : null
  const fits = blank.score > ALL_NUMBERS && best.score < ALL_NUMBERS
  return fits || (blank.stray < best.stray && blank.score > best.score) ? blank : best
}

/** Of two that are alike, a mark that leaves commas inside numbers is likelier than the comma. */
function isLikelier(other: Candidate, best: Candidate): boolean {
  const difference = worth(other) - worth(best)
  if (difference !== 0 || best.delimiter !== ',') return difference > 0
  return other.records.some(({ cells }) => cells.some((cell) => cell.includes(',') && looksNumeric(cell)))
}

function worth({ score, stray }: Candidate): number {
  return score * (1 - stray / 2)
}

/** From 0 (no columns, or no two records alike) to 2 (all records alike, all cells numbers). */
function consistency(sample: string[][], delimiter: string): number {
  const skipped = countPreamble(sample, delimiter)
  const records = sample.slice(skipped)
  const width = usualWidth(records)
  // A first record in one piece above records that fall apart is a name above decimal commas.
  if (width < 2 || (records[0].length === 1 && !haveRowNames(records.slice(1), delimiter))) return 0
  const share = records.filter(({ length }) => length === width).length / records.length
  if (share < 0.5)
    return records.every(({ length }) => length === 1) || records[0].length < 2 ? 0 : RAGGED * share
  let cells = 0
  let plain = 0
  for (const record of records) {
    for (const cell of record) {
      cells++
      if (isMissing(cell) || looksNumeric(cell)) plain++
    }
  }
  return (skipped > 0 ? SKIPPING : 1) * share * (1 + plain / cells)
}
