import { looksNumeric } from '../../core/table/decimal.ts'

/** Lines inside one quoted cell that cannot all look like rows by chance. */
const MANY = 5

/**
 * Whether the lines inside a row of several lines are rows themselves, as after a quote that nobody closed: equally
 * wide, with numbers. `width` is that of the rows before.
 */
export function holdsRows(row: string, delimiter: string, width: number): boolean {
  if (width < 2) return false
  const inside = row.split(/\r\n|\r|\n/).slice(1, -1)
  if (inside.length < MANY) return false
  return inside.filter((line) => isRow(line, delimiter, width)).length >= 0.9 * inside.length
}

function isRow(line: string, delimiter: string, width: number): boolean {
  const cells = delimiter === ' ' ? line.trim().split(/ +/) : line.split(delimiter)
  return cells.length === width && cells.some(looksNumeric)
}
