import { weightsBelow } from '../../core/mixture/certainty/status.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['sort-numbers']

export default task(({ numbers, weights }: Task['input']): Task['output'] => {
  const values = weights === null ? null : Float64Array.from(numbers)
  numbers.sort()
  return values === null || weights === null ? null : weightsBelow(numbers, values, weights)
})
