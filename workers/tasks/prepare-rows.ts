import { prepare } from '../../core/mixture/prepare.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['prepare-rows']

/** Packs the rows that a fit uses. */
export default task(({ columns, scaling }: Task['input']): Task['output'] => prepare(columns, scaling))
