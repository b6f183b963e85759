import { looksNumeric } from './decimal.ts'
import { isMissing } from './missing.ts'
import { countPreamble, haveRowNames, usualWidth } from './preamble.ts'
import { splitSample, type CellMarks } from './sample.ts'

const CANDIDATES = [',', ';', '\t', '|'] as const
/** Records that tell how the table is cut. */
export const RECORDS = 200
/** Of two readings, that without lines above the table is the likelier one. */
const SKIPPING = 0.9

/** Nearly the highest score: only some cells of a header are no numbers. */
const ALL_NUMBERS = 1.8
/** Of records of which no two in three are alike, for there may be no better reading. */
const RAGGED = 0.1

type OtherMarks = Omit<CellMarks, 'delimiter'>

/**
 * The delimiter that cuts the records into the same number of cells, and the cells into numbers; a blank only where
 * nothing else gives more than one column, or it alone leaves nothing but numbers. Null where the file has one column.
 */
export function sniffDelimiter(text: string, marks: OtherMarks, complete: boolean): string | null {
  const score = (delimiter: string) => {
    const records = splitSample(text, { ...marks, delimiter }, complete, RECORDS)
    return consistency(
      records.map(({ cells }) => cells),
      delimiter,
    )
  }
  let best: string | null = null
  let highest = 0
  for (const delimiter of CANDIDATES) {
    const reached = score(delimiter)
    if (reached > highest) {
      best = delimiter
      highest = reached
    }
  }
  const blank = score(' ')
  if (best !== null) return blank > ALL_NUMBERS && highest < ALL_NUMBERS ? ' ' : best
  return blank > 0.9 ? ' ' : null
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
