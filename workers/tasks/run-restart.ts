import { runRestart } from '../../core/mixture/restart.ts'
import { fitMemory } from '../fit-memory.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['run-restart']

/** One restart, from its start to its end, told through the fit's shared memory. */
export default task(({ prepared, request, memory, slot }: Task['input']): Task['output'] => {
  const began = performance.now()
  const shared = fitMemory(memory)
  const outcome = runRestart(prepared, request, {
    stopped: shared.stopped,
    iterated: (iteration, logLikelihood) => shared.store(slot, iteration, logLikelihood),
  })
  return { ...outcome, seconds: (performance.now() - began) / 1000 }
})
