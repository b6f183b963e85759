import * as v from 'valibot'
import { say } from './words/say.ts'

/** Fields that schemas share; `what` begins the sentence that refuses one. */
export const id = v.pipe(v.string(), v.minLength(1), v.maxLength(64))
export const whole = (least: number, most: number, what: string) =>
  v.pipe(
    v.number(say('{what} must be a number', { what })),
    v.integer(say('{what} must be a whole number', { what })),
    v.minValue(least, say('{what} must be at least {least}', { what, least: String(least) })),
    v.maxValue(most, say('{what} must be at most {most}', { what, most: String(most) })),
  )
export const finite = (what: string) =>
  v.pipe(v.number(say('{what} must be a number', { what })), v.finite(say('{what} must be finite', { what })))

export const tolerance = v.pipe(finite(say('Tolerance')), v.gtValue(0, say('Tolerance must be above 0')))
/** Of numbers, by rows. */
export const matrix = v.array(v.array(finite(say('A number of the start'))))
