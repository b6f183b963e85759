import type { ColumnProfile, DatasetSummary } from '../../contract/views.ts'
import { UsageError } from './usage-error.ts'

/** The position of the column that was asked for by its name, or by a 1-based position such as #2. */
export function chooseColumn({ columns }: DatasetSummary, option: string, wanted: string): number {
  return find(columns, wanted.trim(), option).index
}

/**
 * Positions of the columns that were asked for: names, or 1-based positions such as #2. Without a list: the numeric columns that
 * are neither constant nor identifiers, nor among those that are there for something else (a weight, a known label).
 */
export function chooseColumns(
  { columns, file }: DatasetSummary,
  list: string | null,
  apart: readonly number[],
): number[] {
  const chosen =
    list === null
      ? columns.filter((column) => column.use && !apart.includes(column.index))
      : list.split(',').map((name) => find(columns, name.trim(), '--columns'))
  if (chosen.length === 0)
    throw new UsageError(
      `No column of “${file}” suggests itself: name some with --columns. ${reasons(columns)}`,
    )
  return chosen.map((column) => column.index)
}

function find(columns: ColumnProfile[], wanted: string, option: string): ColumnProfile {
  const named =
    columns.find((column) => column.name === wanted) ?? columns.find((column) => column.original === wanted)
  const position = /^#(\d+)$/.exec(wanted)
  const found = named ?? (position === null ? undefined : columns[Number(position[1]) - 1])
  if (found !== undefined) return found
  const names = columns.slice(0, 20).map((column) => column.name)
  throw new UsageError(
    `${option}: there is no column “${wanted}”. The file has ${names.join(', ')}${columns.length > 20 ? ', …' : ''}.${commaHint(columns, wanted)}`,
  )
}

/** How to ask for a column with a comma in its name, where a part of that name was wanted. */
function commaHint(columns: ColumnProfile[], wanted: string): string {
  const column = columns.find(({ name }) => {
    const parts = name.split(',').map((part) => part.trim())
    return parts.length > 1 && parts.includes(wanted)
  })
  if (column === undefined) return ''
  return ` “${column.name}” has a comma in its name: give its position, #${column.index + 1}.`
}

function reasons(columns: ColumnProfile[]): string {
  const told = columns.slice(0, 5).map((column) => `${column.name}: ${column.reason}`)
  return `${told.join('; ')}.`
}
