import { double, long, program, when, type Code, type Local } from './scan-instructions.ts'
import type { Type } from '../mixture/kernel/wasm/bytes.ts'

/** 2²⁷ + 1 cuts a double into halves whose products are exact (Veltkamp 1968). */
const SPLITTER = 134217729
/** Relative error of a quotient's correction, with room to spare: three roundings of 2⁻⁵³ make it. */
const DOUBT = 2 ** -50

/**
 * Code for `value`, the double nearest to whole / divisor: digits as a 64-bit integer below 2⁶⁴ − 2¹¹ and an exact power of
 * ten. `otherwise` runs where the quotient lies so near to the middle of two doubles that this arithmetic cannot tell.
 */
export function nearestQuotient(
  local: (type: Type) => Local,
  whole: Code,
  divisor: Code,
  value: Local,
  otherwise: Code,
): Code {
  const [high, low, quotient, product, error, doubt] = Array.from({ length: 6 }, () => local('double'))
  const [scaled, top, rest, divisorTop, divisorRest] = Array.from({ length: 5 }, () => local('double'))
  const { add, subtract, multiply, divide } = double
  const cut = (of: Code, upper: Local, lower: Local): Code =>
    program(
      scaled.set(multiply(double.of(SPLITTER), of)),
      upper.set(subtract(scaled.get, subtract(scaled.get, of))),
      lower.set(subtract(of, upper.get)),
    )
  const correction = product
  return program(
    high.set(double.fromUnsigned(whole)),
    low.set(double.fromSigned(long.subtract(whole, long.rounded(high.get)))),
    quotient.set(divide(high.get, divisor)),
    // The remainder is a double, found by a product without error (Dekker 1971).
    product.set(multiply(quotient.get, divisor)),
    cut(quotient.get, top, rest),
    cut(divisor, divisorTop, divisorRest),
    error.set(subtract(product.get, multiply(top.get, divisorTop.get))),
    error.set(subtract(error.get, multiply(rest.get, divisorTop.get))),
    error.set(subtract(error.get, multiply(top.get, divisorRest.get))),
    error.set(subtract(multiply(rest.get, divisorRest.get), error.get)),
    correction.set(divide(add(subtract(subtract(high.get, product.get), error.get), low.get), divisor)),
    doubt.set(multiply(double.absolute(correction.get), double.of(DOUBT))),
    value.set(add(quotient.get, subtract(correction.get, doubt.get))),
    when(double.differ(value.get, add(quotient.get, add(correction.get, doubt.get))), otherwise),
  )
}
