import { runRestart } from '../../core/mixture/restart.ts'
import { fitMemory } from '../fit-memory.ts'
import { task } from '../failure.ts'
import { release } from '../release.ts'
import { snapshots } from '../snapshots.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['run-restarts']

/** Several short restarts of one fit, one after another, each with the result that it has alone. */
export default task(({ prepared, memory, restarts }: Task['input']): Task['output'] => {
  release(prepared.blocks.byteLength)
  const shared = fitMemory(memory)
  return restarts.map(({ request, slot, snapshot, traced }) => {
    const began = performance.now()
    if (request.resumption === undefined) shared.clear(slot)
    const outcome = runRestart(prepared, request, {
      stopped: shared.stopped,
      iterated: (iteration, logLikelihood) => shared.store(slot, iteration, logLikelihood),
      ...(snapshot !== null && { reached: snapshots(snapshot) }),
    })
    const seconds = (performance.now() - began) / 1000
    return { outcome: { ...outcome, seconds }, trace: traced ? shared.trace(slot, 0) : null }
  })
})
