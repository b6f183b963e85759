/**
 * How a plain number is written, in the bits of one integer: what a column must know of a cell besides its value.
 *
 * Plain is a cell that is, from its first character to its last, an optional `+` or `-`, digits with at most one
 * decimal mark among, before or behind them (the one assumed, `ColumnTally.decimal`), and an optional exponent (`e` or
 * `E`, an optional sign, digits), and whose nearest double is finite. No blanks, no other marks, no unit: any other
 * cell is handed over as text.
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
