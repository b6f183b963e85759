import { prepare } from '../../core/mixture/prepare.ts'
import { simulate } from '../../core/mixture/simulate.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['simulate-rows']

export default task(({ mixture, rows, seed, scaling }: Task['input']): Task['output'] => {
  const columns = simulate(mixture, rows, seed)
  return { columns, ...prepare(columns, scaling) }
})
