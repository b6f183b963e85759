import { addRow, noRows, type RowMask } from '../contract/row-mask.ts'

/** The rows, of so many, of which something holds. */
export function rowsWhere(rows: number, holds: (row: number) => boolean): RowMask {
  const mask = noRows(rows)
  for (let row = 0; row < rows; row++) if (holds(row)) addRow(mask, row)
  return mask
}
