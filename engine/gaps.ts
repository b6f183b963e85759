import type { GapsView } from '../contract/views.ts'
import { numericColumns } from './columns.ts'
import type { Dataset } from './datasets.ts'
import { inBlocks } from './in-blocks.ts'

/** Counts the rows that lack some of the columns, and those that lack all. */
export async function gapsOf(dataset: Dataset, positions: readonly number[]): Promise<GapsView> {
  const columns = numericColumns(dataset, positions)
  const { rows } = dataset.file
  let withGaps = 0
  let empty = 0
  await inBlocks(rows, (from, to) => {
    for (let row = from; row < to; row++) {
      const lacking = countMissing(columns, row)
      if (lacking === columns.length) empty++
      else if (lacking > 0) withGaps++
    }
  })
  return { rows, withGaps, empty }
}

/** How many of the columns have no number in a row. */
export function countMissing(columns: readonly Float64Array[], row: number): number {
  let lacking = 0
  for (let j = 0; j < columns.length; j++) if (!Number.isFinite(columns[j][row])) lacking++
  return lacking
}
