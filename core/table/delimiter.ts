import { isMissing } from './missing.ts'
import { parseNumber } from './number.ts'
import { countPreamble, haveRowNames } from './preamble.ts'
import { splitSample } from './sample.ts'

const CANDIDATES = [',', ';', '\t', '|'] as const
const RECORDS = 200
/** Of two readings, that without lines above the table is the likelier one. */
const SKIPPING = 0.9

/**
 * The delimiter that cuts the records into the same number of cells, and the cells into numbers; a blank only where
 * nothing else gives more than one column. Null where the file has one column.
 */
export function sniffDelimiter(text: string, quote: string, complete: boolean): string | null {
  let best: string | null = null
  let highest = 0
  for (const delimiter of CANDIDATES) {
    const score = consistency(splitSample(text, delimiter, quote, complete), delimiter)
    if (score > highest) {
      best = delimiter
      highest = score
    }
  }
  if (best !== null) return best
  return consistency(splitSample(text, ' ', quote, complete), ' ') > 0.9 ? ' ' : null
}

/** From 0 (no columns, or no two records alike) to 2 (all records alike, all cells numbers). */
function consistency(all: string[][], delimiter: string): number {
  const sample = all.slice(0, RECORDS)
  const skipped = countPreamble(sample, delimiter)
  const records = sample.slice(skipped)
  const counts = new Map<number, number>()
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [width, alike] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0])
  // A first record in one piece above records that fall apart is a name above decimal commas.
  if (width < 2 || (records[0].length === 1 && !haveRowNames(records.slice(1), delimiter))) return 0
  const share = alike / records.length
  if (share < 0.5) return 0
  let cells = 0
  let plain = 0
  for (const record of records) {
    for (const cell of record) {
      cells++
      if (isMissing(cell) || isNumber(cell)) plain++
    }
  }
  return (skipped > 0 ? SKIPPING : 1) * share * (1 + plain / cells)
}

function isNumber(cell: string): boolean {
  return Number.isFinite(parseNumber(cell, '.')) || Number.isFinite(parseNumber(cell, ','))
}
