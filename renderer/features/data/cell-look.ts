import type { ColumnType } from '../../../contract/views.ts'

export interface CellLook {
  text: string
  look: string[]
  title: string | undefined
}

const LOADING: CellLook = { text: '···', look: ['loading'], title: undefined }

/**
 * How a cell looks: numbers to the right, missing ones marked in words and colour, a dotted line while it is coming.
 * `missing` holds the texts that mean “no value”, in lower case.
 */
export function lookOf(cell: string | null, type: ColumnType, missing: ReadonlySet<string>): CellLook {
  if (cell === null) return LOADING
  const text = cell.trim()
  const side = type === 'numeric' || type === 'identifier' ? ['number'] : []
  if (text === '') return { text: 'missing', look: [...side, 'missing'], title: 'This cell is empty' }
  if (type === 'numeric' && missing.has(text.toLowerCase())) {
    return { text, look: [...side, 'missing'], title: 'Read as missing' }
  }
  return { text: cell, look: side, title: cell.length > 16 ? cell : undefined }
}
