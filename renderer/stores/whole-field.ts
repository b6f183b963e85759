import * as v from 'valibot'

/** The sentence that refuses what was typed for a whole number; undefined where the contract takes it. */
export function fieldError(schema: v.GenericSchema<number>, typed: string): string | undefined {
  const value = typed.trim() === '' ? NaN : Number(typed)
  const checked = v.safeParse(schema, value)
  return checked.success ? undefined : checked.issues[0].message
}
