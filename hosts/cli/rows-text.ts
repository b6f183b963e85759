import type { DatasetSummary, RejectReason } from '../../contract/views.ts'
import { count, plural } from './text-table.ts'

const REASONS: Record<RejectReason, string> = {
  text: 'text',
  'too-large': 'too large',
  infinite: 'infinite',
  hexadecimal: 'hexadecimal',
  date: 'a date',
  boolean: 'true or false',
  'other-format': 'written in another way than the rest of the column',
}

/** What became of the rows and lines of a file; `used` rows have a number in every ticked column; null where none or too many are. */
export function rowsText(
  { rows, columns, rejectedCells, blankLines, commentLines }: DatasetSummary,
  used: number | null,
): string {
  const rest = used === null ? 0 : rows - used
  const none = columns.some(({ use }) => use) ? '' : '; no column suggests itself for clustering'
  const usable = used === null ? none : `; ${count(used)} used by default`
  const dropped = rest === 0 ? '' : `, ${count(rest)} without a number in a column that is used`
  const lines = [
    `${plural(rows, 'row')} read${usable}${dropped}\n`,
    `${plural(rejectedCells, 'cell')} rejected${reasonsText(columns)}\n`,
  ]
  if (blankLines > 0) lines.push(`${plural(blankLines, 'blank line')} left out\n`)
  if (commentLines > 0) lines.push(`${plural(commentLines, 'comment line')} left out\n`)
  return lines.join('')
}

function reasonsText(columns: DatasetSummary['columns']): string {
  const totals = Object.entries(REASONS).map(([reason, words]) => {
    const each = columns.map(({ rejectedBy }) => rejectedBy[reason as RejectReason] ?? 0)
    return { words, number: each.reduce((sum, cells) => sum + cells, 0) }
  })
  const told = totals.filter(({ number }) => number > 0)
  if (told.length === 0) return ''
  return `: ${told.map(({ words, number }) => `${count(number)} ${words}`).join(', ')}`
}
