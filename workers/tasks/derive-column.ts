import { derive, profileDerived } from '../../core/table/derive.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['derive-column']

/** Computes a column from another, and what it holds. */
export default task(({ values, transform }: Task['input']): Task['output'] => {
  const derived = derive(values, transform)
  return { values: derived, summary: profileDerived(derived) }
})
