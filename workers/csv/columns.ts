import { freeName, uniqueNames } from '../../core/table/names.ts'
import type { DecidedFormat } from '../../core/table/number-format.ts'
import { profileColumn, type ColumnSummary } from '../../core/table/profile.ts'
import type { CellCounts, Reject } from '../../core/table/types.ts'
import type { ColumnProfile } from '../../contract/views.ts'
import type { CollectedRows } from './rows.ts'

export interface ProfiledColumns {
  profiles: ColumnProfile[]
  values: (Float64Array | null)[]
  counts: CellCounts[]
}

export interface ProfileRules {
  header: boolean
  formats: readonly DecidedFormat[]
  /** Reads a cell. */
  decode(cell: string): string
  /** Called before each column. */
  next(): void
}

const REJECT_LENGTH = 80

/** What the columns of a table are, after its last row. */
export function profileColumns(
  table: CollectedRows,
  { header, formats, decode, next }: ProfileRules,
): ProfiledColumns {
  const { expected, rowNames } = table.shape
  const originals = table.originals.map(decode)
  const names = uniqueNames(originals)
  if (rowNames) names[0] = freeName('row', names)
  const decoded = (reject: Reject) => ({ ...reject, text: decode(reject.text).slice(0, REJECT_LENGTH) })
  const read = ({ firstBy, rejects, ...counts }: CellCounts) => ({
    ...counts,
    rejects: rejects.map(decoded),
    firstBy: Object.fromEntries(Object.entries(firstBy).map(([reason, first]) => [reason, decoded(first)])),
  })
  const columns: ProfiledColumns = { profiles: [], values: [], counts: [] }
  table.tallies.forEach((tally, index) => {
    next()
    const counts = read(tally.counts())
    const values = tally.values()
    const unnamedFirst = header && index === 0 && originals[0].trim() === ''
    const found = profileColumn(originals[index], counts, values, formats[index], unnamedFirst)
    const summary = index < expected ? found : unused(found, header)
    columns.profiles.push({
      index,
      name: names[index],
      original: originals[index],
      ...summary,
      rejects: summary.rejected > 0 ? counts.rejects : [],
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
