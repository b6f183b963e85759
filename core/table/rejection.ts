import { isBoolean, isDate } from './kinds.ts'
import { looseText } from './loose-text.ts'
import type { RejectReason } from './types.ts'

const INFINITE = /^[+-]?(?:inf|infinity|∞|1\.#inf)$/i
const HEXADECIMAL = /^[+-]?0x[\da-f]+$/i

/** The longest cell that can be anything but text. */
const LONGEST = 60

/** Why a cell that cannot be read as a number is none. */
export function whyNoNumber(cell: string): RejectReason {
  if (cell.length > LONGEST) return 'text'
  const text = looseText(cell).trim()
  if (isBoolean(text)) return 'boolean'
  if (text.length < 10 && INFINITE.test(text)) return 'infinite'
  if (HEXADECIMAL.test(text)) return 'hexadecimal'
  return isDate(text) ? 'date' : 'text'
}
