/**
 * How a plain number is written, in the bits of one integer: what a column must know of a cell besides its value.
 *
 * Plain is a cell that is, from its first character to its last, an optional `+` or `-`, digits with at most one
 * decimal mark among, before or behind them (`ColumnTally.plainDecimal`), and an optional exponent (`e` or `E`, an
 * optional sign, digits), and whose nearest double is finite. No blanks, no other marks, no unit: any other cell is
 * handed over as text.
 *
 * Above the bits stands the width (`WIDTH_SHIFT`): how many digits a cell has that is digits alone, at most
 * `WIDEST`; 0 for a cell with a sign, a mark or an exponent. Codes of a fixed width are known by it.
 */
export const SHAPE = {
  /** More than one character. */
  SEVERAL: 1,
  /** Digits alone, two or more, the first of them 0: a code such as 007. */
  LEADING_ZERO: 2,
  /** Has a decimal mark. */
  MARK: 4,
  /** The mark could stand between thousands: 1 to 3 digits before it, the first not 0, exactly 3 behind, no exponent. */
  GROUPABLE: 8,
  /** Digits alone, with or without a sign, beyond 2⁵³, that no double holds: the value is the nearest. */
  INTEGER_INEXACT: 16,
} as const

export const WIDTH_SHIFT = 8
/** The greatest width that is told; wider cells have this one. */
export const WIDEST = 255

/** The digits of a cell that is digits alone; 0 for any other. */
export function widthOf(shape: number): number {
  return shape >>> WIDTH_SHIFT
}

/** The shape of a plain number, without regard to its size; −1 for any other text. */
export function shapeOf(text: string, decimal: string): number {
  const mark = decimal.charCodeAt(0)
  const signed = isSign(codeAt(text, 0))
  const start = signed ? 1 : 0
  let at = digitsEnd(text, start)
  const whole = at - start
  let behind = -1
  if (codeAt(text, at) === mark) {
    const from = ++at
    at = digitsEnd(text, from)
    behind = at - from
  }
  if (whole === 0 && behind < 1) return -1
  const exponent = (codeAt(text, at) | 32) === 101
  if (exponent) {
    const from = isSign(codeAt(text, at + 1)) ? at + 2 : at + 1
    at = digitsEnd(text, from)
    if (at === from) return -1
  }
  if (at !== text.length) return -1
  const several = at > 1 ? SHAPE.SEVERAL : 0
  const zero = codeAt(text, start) === 48
  if (behind >= 0) {
    const groupable = behind === 3 && whole > 0 && whole < 4 && !zero && !exponent
    return several | SHAPE.MARK | (groupable ? SHAPE.GROUPABLE : 0)
  }
  if (exponent) return several
  const inexact = whole > 15 && isInexact(text.slice(start)) ? SHAPE.INTEGER_INEXACT : 0
  if (signed) return several | inexact
  const code = zero && whole > 1 ? SHAPE.LEADING_ZERO : 0
  return several | inexact | code | (Math.min(whole, WIDEST) << WIDTH_SHIFT)
}

/** The same, with a decimal point, for a text that `Number` takes and finds finite: quicker, for most have two decimals or more. */
export function shapeOfFinite(text: string): number {
  const point = text.indexOf('.')
  const open = point < 1 || text.length - point === 4
  // Number takes blanks at the ends too; what begins with 0x has no point.
  if (open || !isOfNumber(codeAt(text, 0)) || !isOfNumber(codeAt(text, text.length - 1))) {
    return shapeOf(text, '.')
  }
  return SHAPE.SEVERAL | SHAPE.MARK
}

/** Digits, signs and marks, and the slash. */
export function isOfNumber(code: number): boolean {
  return code >= 43 && code <= 57
}

/** Whether a whole number, digits alone, is not the double next to it. */
export function isInexact(digits: string): boolean {
  if (digits.length < 16) return false
  const value = Number(digits)
  return value > Number.MAX_SAFE_INTEGER && value < Infinity && BigInt(digits) !== BigInt(value)
}

function digitsEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && isDigit(text.charCodeAt(at))) at++
  return at
}

/** 0 beyond the end, where `charCodeAt` would leave the quick path of the engine. */
function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isSign(code: number): boolean {
  return code === 43 || code === 45
}
