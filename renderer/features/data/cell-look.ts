import type { ColumnProfile, RowsView } from '../../../contract/views.ts'
import { say } from '../../../contract/words/say.ts'

export interface TableRow {
  cells: readonly string[]
  /** NaN where a cell is no number. */
  values: Float64Array
}

export interface CellLook {
  text: string
  look: string[]
  title: string | undefined
}

export const LOADING: CellLook = { text: '···', look: ['loading'], title: undefined }

export function rowsOf({ cells, values }: Pick<RowsView, 'cells' | 'values'>): TableRow[] {
  return cells.map((row, at) => ({
    cells: row,
    values: values.subarray(at * row.length, (at + 1) * row.length),
  }))
}

/**
 * How a cell looks: numbers to the right, missing ones marked in words and colour, those that count as missing because
 * they are no numbers with a cross. `missing` holds the texts that mean “no value”, in lower case.
 */
export function lookOf(
  { cells, values }: TableRow,
  { index, type }: Pick<ColumnProfile, 'index' | 'type'>,
  missing: ReadonlySet<string>,
): CellLook {
  const cell = cells[index] ?? ''
  const text = cell.trim()
  const side = type === 'numeric' || type === 'identifier' ? ['number'] : []
  if (text === '')
    return { text: say('missing'), look: [...side, 'missing'], title: say('This cell is empty') }
  if (type === 'numeric' && missing.has(text.toLowerCase())) {
    return { text, look: [...side, 'missing'], title: say('Read as missing') }
  }
  if (type === 'numeric' && Number.isNaN(values[index]))
    return {
      text: cell,
      look: [...side, 'rejected'],
      title: say('{cell}: rejected, and counts as missing', { cell: text }),
    }
  return { text: cell, look: side, title: cell.length > 16 ? cell : undefined }
}
