import { isBoolean, isDate } from './kinds.ts'
import { looseText, type TextOfCell } from './loose-text.ts'
import type { RejectReason } from './types.ts'

const INFINITE = /^[+-]?(?:inf|infinity|∞|1\.#inf)$/i
const HEXADECIMAL = /^[+-]?0x[\da-f]+$/i

/** The longest cell that can be anything but text. */
const LONGEST = 60

/** Why a cell that cannot be read as a number is none. */
export function whyNoNumber(cell: string, textOf: TextOfCell = looseText): RejectReason {
  if (cell.length > LONGEST) return 'text'
  const first = cell.charCodeAt(0)
  const isDigit = first >= 48 && first <= 57
  if (isDigit && isDate(cell)) return 'date'
  if (cell.length <= 5 && isBoolean(cell)) return 'boolean'
  if (HEXADECIMAL.test(cell)) return 'hexadecimal'
  return cell.length < 10 && INFINITE.test(textOf(cell)) ? 'infinite' : 'text'
}
