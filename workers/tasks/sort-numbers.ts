import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['sort-numbers']

export default task((numbers: Task['input']): Task['output'] => {
  numbers.sort()
  return null
})
