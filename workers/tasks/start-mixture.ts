import { startMixture } from '../../core/mixture/start-mixture.ts'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import { workControl } from '../control.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['start-mixture']

export default task(({ prepared, request, control }: Task['input']): Task['output'] => {
  const { stopped } = workControl(control)
  const mixture = startMixture(prepared, request, stopped)
  if (stopped()) throw new EngineError('cancelled', phrase('It was cancelled.'), '')
  return mixture
})
