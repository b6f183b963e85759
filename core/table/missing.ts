import { looseText, withoutBlanks, type TextOfCell } from './loose-text.ts'
import { shapeOf } from './shape.ts'

/** What means “no value” where nobody says otherwise, besides the empty cell. */
export const MISSING_TOKENS: readonly string[] = ['na', 'n/a', '#n/a', 'nan', 'null', '?', '-', '.']

/** The texts that mean “no value”; the empty cell always does. */
export interface MissingTexts {
  /** Whether a cell is one of them, whatever its case and the blanks around it. */
  has(cell: string): boolean
  /** Some of them are plain numbers, such as -999: a number must be compared with them before it counts. */
  plain: boolean
}

export function missingTexts(tokens: readonly string[], textOf: TextOfCell = looseText): MissingTexts {
  const texts = new Set(['', ...tokens].map((token) => token.trim().toLowerCase()))
  const longest = Math.max(1, ...[...texts].map((text) => text.length))
  const wide = [...texts].some((text) => /[^\0-\x7f]/.test(text))
  return {
    has(cell) {
      const text = withoutBlanks(cell)
      if (text.length === 0) return true
      if (text.length <= longest && texts.has(text.toLowerCase())) return true
      // A character takes up to four bytes, blanks that are not ASCII among them.
      if (text.length > 4 * longest || !(wide || isWideOutside(text))) return false
      return texts.has(textOf(text).trim().toLowerCase())
    },
    plain: [...texts].some((text) => shapeOf(text, '.') >= 0 || shapeOf(text, ',') >= 0),
  }
}

function isWideOutside(text: string): boolean {
  return text.charCodeAt(0) > 127 || text.charCodeAt(text.length - 1) > 127
}

const USUAL = missingTexts(MISSING_TOKENS)

/** Whether a cell says that there is no value where nobody says otherwise: empty, NA, N/A, #N/A, NaN, null, ?, - or a single point. */
export function isMissing(cell: string): boolean {
  return USUAL.has(cell)
}
