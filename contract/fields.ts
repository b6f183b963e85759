import * as v from 'valibot'

/** Fields that schemas share; `what` begins the sentence that refuses one. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
export const whole = (least: number, most: number, what: string) =>
  v.pipe(
    v.number(`${what} must be a number`),
    v.integer(`${what} must be a whole number`),
    v.minValue(least, `${what} must be at least ${least}`),
    v.maxValue(most, `${what} must be at most ${most}`),
  )
export const finite = (what: string) =>
  v.pipe(v.number(`${what} must be a number`), v.finite(`${what} must be finite`))

export const tolerance = v.pipe(finite('Tolerance'), v.gtValue(0, 'Tolerance must be above 0'))
/** Of numbers, by rows. */
export const matrix = v.array(v.array(finite('A number of the start')))
