/** The powers of ten that doubles hold exactly, by their exponents. */
export const EXACT_POWERS: Float64Array = Float64Array.from({ length: 23 }, (_, exponent) =>
  Number(`1e${exponent}`),
)
