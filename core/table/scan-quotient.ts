import { EXACT_POWERS } from './scan-powers.ts'

/** 2²⁷ + 1 cuts a double into halves whose products are exact (Veltkamp 1968). */
const SPLITTER = 134217729
/** Relative error of a quotient's correction, with room to spare: three roundings of 2⁻⁵³ make it. */
const DOUBT = 2 ** -50

/**
 * The double nearest to (first · 10^digits + second) / 10^power, for numbers of 16 to 18 digits: NaN where it lies so
 * near to the middle of two doubles that this arithmetic cannot tell. `first` and `second` are below 10⁹, `digits` is
 * at most 9, and `power` at most 22.
 */
export function nearestQuotient(first: number, digits: number, second: number, power: number): number {
  // Exact: `first` has 30 bits and 5⁹ has 21.
  const head = first * EXACT_POWERS[digits]
  const high = head + second
  const low = second - (high - head)
  const divisor = EXACT_POWERS[power]
  const quotient = high / divisor
  // The remainder is a double, found by a product without error (Dekker 1971).
  const product = quotient * divisor
  const quotientHigh = upper(quotient)
  const quotientLow = quotient - quotientHigh
  const divisorHigh = upper(divisor)
  const divisorLow = divisor - divisorHigh
  const error =
    quotientLow * divisorLow -
    (product - quotientHigh * divisorHigh - quotientLow * divisorHigh - quotientHigh * divisorLow)
  const correction = (high - product - error + low) / divisor
  const doubt = Math.abs(correction) * DOUBT
  const nearest = quotient + (correction - doubt)
  return nearest === quotient + (correction + doubt) ? nearest : Number.NaN
}

function upper(value: number): number {
  const scaled = SPLITTER * value
  return scaled - (scaled - value)
}
