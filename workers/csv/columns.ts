import { freeName, uniqueNames } from '../../core/table/names.ts'
import { profileColumn, type ColumnSummary } from '../../core/table/profile.ts'
import type { CellCounts } from '../../core/table/types.ts'
import type { ColumnProfile } from '../../contract/views.ts'
import type { CollectedRows } from './rows.ts'

export interface ProfiledColumns {
  profiles: ColumnProfile[]
  values: (Float64Array | null)[]
  counts: CellCounts[]
}

/** What the columns of a table are, after its last row. `decode` reads a cell; `next` is called before each column. */
export function profileColumns(
  table: CollectedRows,
  header: boolean,
  decode: (cell: string) => string,
  next: () => void,
): ProfiledColumns {
  const { expected, rowNames } = table.shape
  const originals = table.originals.map(decode)
  const names = uniqueNames(originals)
  if (rowNames) names[0] = freeName('row', names)
  const columns: ProfiledColumns = { profiles: [], values: [], counts: [] }
  table.tallies.forEach((tally, index) => {
    next()
    const counts = tally.counts()
    const values = tally.values()
    const unnamedFirst = header && index === 0 && originals[0].trim() === ''
    const found = profileColumn(originals[index], counts, values, unnamedFirst)
    const summary = index < expected ? found : unused(found, header)
    columns.profiles.push({
      index,
      name: names[index],
      original: originals[index],
      format: null,
      rejects: [],
      rejectedBy: {},
      ...summary,
    })
    columns.values.push(summary.histogram === null ? null : values)
    columns.counts.push(counts)
  })
  return columns
}

/** A column that only some rows may have: with it, rows without it would be left out of a fit. */
function unused(summary: ColumnSummary, header: boolean): ColumnSummary {
  if (!summary.use) return summary
  return { ...summary, use: false, reason: `beyond the last ${header ? 'name' : 'cell'} of the first line` }
}
