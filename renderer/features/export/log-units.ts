import type { ColumnProfile } from '../../../contract/views.ts'
import { say } from '../../../contract/words/say.ts'

/** That a log-likelihood is in the units of logarithms, where columns of a fit are; undefined where none is. */
export function logUnits(used: readonly number[], columns: readonly ColumnProfile[]): string | undefined {
  const derived = columns.filter(({ index, derived: how }) => how !== undefined && used.includes(index))
  if (derived.length === 0) return undefined
  const names = derived.map(({ name }) => name).join(', ')
  const sources = derived.map(({ derived: how }) => columns[how?.of ?? 0]?.name ?? '').join(', ')
  return say('In the units of {names}: it does not compare with that of a fit on {sources}', {
    names,
    sources,
  })
}
