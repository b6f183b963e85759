import { uniqueNames } from '../../core/table/names.ts'
import { profileColumn } from '../../core/table/profile.ts'
import type { CellCounts } from '../../core/table/types.ts'
import type { ColumnProfile } from '../../contract/views.ts'
import type { RowCollector } from './rows.ts'

export interface ProfiledColumns {
  profiles: ColumnProfile[]
  values: (Float64Array | null)[]
  counts: CellCounts[]
}

/** What the columns of a table are, after its last row. `decode` reads a cell; `next` is called before each column. */
export function profileColumns(
  table: RowCollector,
  decode: (cell: string) => string,
  next: () => void,
): ProfiledColumns {
  const originals = table.originals.map(decode)
  const names = uniqueNames(originals)
  const columns: ProfiledColumns = { profiles: [], values: [], counts: [] }
  table.tallies.forEach((tally, index) => {
    next()
    const counts = tally.counts()
    const values = tally.values()
    const unnamedFirst = table.headerEnd !== null && index === 0 && originals[0].trim() === ''
    const summary = profileColumn(originals[index], counts, values, unnamedFirst)
    columns.profiles.push({ index, name: names[index], original: originals[index], ...summary })
    columns.values.push(summary.histogram === null ? null : values)
    columns.counts.push(counts)
  })
  return columns
}
