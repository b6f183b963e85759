import * as v from 'valibot'
import { LIMITS } from '../../contract/limits.ts'
import { COVARIANCE_MODELS } from '../../contract/schemas.ts'
import type { SettingsForm } from './settings-form.ts'

const Columns = v.pipe(v.array(v.number()), v.maxLength(LIMITS.columns))
const Models = v.array(v.picklist(COVARIANCE_MODELS))
const LONGEST = 1_000

/**
 * What a session keeps of the form, where it still has such a field: texts stay texts, which the form itself refuses where they
 * mean nothing; of columns and models only those there are.
 */
export function formFrom(
  form: SettingsForm,
  stored: Readonly<Record<string, unknown>>,
  isUsable: (column: number) => boolean,
): Partial<SettingsForm> {
  const taken: Record<string, unknown> = {}
  for (const [field, now] of Object.entries(form)) {
    const value = Object.hasOwn(stored, field) ? stored[field] : undefined
    if (typeof value === typeof now && !Array.isArray(now) && !isLong(value)) taken[field] = value
  }
  const columns = v.safeParse(Columns, stored['columns'])
  if (columns.success) taken['columns'] = columns.output.filter(isUsable)
  const models = v.safeParse(Models, stored['covariances'])
  if (models.success) taken['covariances'] = models.output
  return taken
}

const isLong = (value: unknown) =>
  typeof value === 'object' || (typeof value === 'string' && value.length > LONGEST)
