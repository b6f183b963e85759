import * as v from 'valibot'
import { readTyped } from '../format/number.ts'

/** The sentence that refuses what was typed for a whole number; undefined where the contract takes it. */
export function fieldError(schema: v.GenericSchema<number>, typed: string): string | undefined {
  const checked = v.safeParse(schema, readTyped(typed))
  return checked.success ? undefined : checked.issues[0].message
}
