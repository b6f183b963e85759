import { at, beyond, DOUBLE, type Index, type Routine, type Vector } from './routine.ts'

/** Powers below 2^LEAST count as 2^LEAST: far below the rounding of any sum, far above where doubles lose digits. */
export const LEAST = -900

/** 1.5 × 2^52: a double of moderate size plus this holds its nearest integer in the lowest bits. */
const ROUNDER = 6755399441055744

/**
 * Of 2^f on −½ ≤ f ≤ ½, highest power first: 1 + f p(f) with p of degree 10 through (2^f − 1) / f at Chebyshev's nodes. Its own
 * relative error is 2e-17; with the rounding of its evaluation a power is within 1 unit in the last place.
 */
const COEFFICIENTS = [
  4.4549605981865186e-10, 7.072585949269223e-9, 1.0178062445845774e-7, 1.321544258792169e-6,
  1.525273382983612e-5, 1.540353044173605e-4, 1.3333558146416936e-3, 9.618129107606888e-3,
  5.55041086648216e-2, 2.4022650695910097e-1, 6.931471805599453e-1, 1,
]

const MANTISSA_BITS = 52

/** What `emitExp2` reads, one double after another. */
export const EXP2_CONSTANTS = [LEAST, ROUNDER, ...COEFFICIENTS]

/**
 * Writes code for powers[i] = 2^exponents[i], exponents[i] ≤ 0, several vectors side by side. Exponents below LEAST become it.
 * The integer part goes into the exponent bits, the rest through the polynomial. `constants`: where EXP2_CONSTANTS lie.
 */
export function emitExp2(f: Routine, powers: Vector[], exponents: Vector[], constants: Index): void {
  const each = (body: (i: number) => void) => exponents.forEach((_, i) => body(i))
  f.scope(() => {
    const constant = f.vector()
    const whole = f.vectors(exponents.length)
    const part = f.vectors(exponents.length)
    f.spread(constant, at(constants))
    each((i) => f.larger(exponents[i], constant, exponents[i]))
    f.spread(constant, at(constants, DOUBLE))
    each((i) => {
      f.add(whole[i], exponents[i], constant)
      f.subtract(part[i], whole[i], constant)
      f.subtract(part[i], exponents[i], part[i])
      f.shiftIntegers(whole[i], whole[i], MANTISSA_BITS)
    })
    const first = at(constants, 2 * DOUBLE)
    f.spread(constant, first)
    each((i) => f.copy(powers[i], constant))
    for (let power = 1; power < COEFFICIENTS.length; power++) {
      f.spread(constant, beyond(first, power * DOUBLE))
      each((i) => f.multiplyAdd(powers[i], powers[i], part[i], constant))
    }
    each((i) => f.addIntegers(powers[i], powers[i], whole[i]))
  })
}
