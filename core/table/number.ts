const GRAMMAR = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/

/**
 * The double nearest to a written number: optional sign, digits with an optional decimal mark, optional exponent,
 * blanks around it. NaN for anything else: empty, hexadecimal, infinite, too large for a double, with grouped digits.
 */
export function parseNumber(cell: string, decimal: string): number {
  let text = cell
  if (decimal === ',') {
    if (cell.includes('.')) return Number.NaN
    text = cell.replace(',', '.')
  }
  const value = Number(text)
  // NaN and both infinities.
  if (value - value !== 0) return Number.NaN
  const first = text.charCodeAt(0)
  if (first > 48 && first <= 57) return value
  // Number() also takes '', blanks, 0x1F, 0b1 and 0o7.
  return GRAMMAR.test(text) ? value : Number.NaN
}

/** Whether a number is written with leading zeros before its digits, like the code 007. */
export function hasLeadingZero(cell: string): boolean {
  return cell.charCodeAt(0) === 48 && /^0\d+\s*$/.test(cell)
}

const SEPARATOR = "[.,'’ \u00a0\u202f]|\u00c2\u00a0|\u00e2\u0080[\u00af\u0099]"
const GROUPED = new RegExp(`^\\s*[+-]?\\d{1,3}(${SEPARATOR})\\d{3}(?:\\1\\d{3})*(?:[.,]\\d+)?\\s*$`)

/** Whether a cell looks like a number with marks between its thousands, like 1.234,5 or 1 234 567; also in UTF-8 bytes. */
export function isGrouped(cell: string): boolean {
  return GROUPED.test(cell)
}
