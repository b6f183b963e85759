import { runRestart } from '../../core/mixture/restart.ts'
import type { RestartControl } from '../../core/mixture/types.ts'
import { createCrew } from '../crew.ts'
import { deskOver } from '../desk.ts'
import { fitMemory } from '../fit-memory.ts'
import { task } from '../failure.ts'
import { release } from '../release.ts'
import { snapshotOver } from '../snapshot.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['run-restart']

const SNAPSHOT_MILLISECONDS = 100

/** One restart, from its start to its end, told through the fit's shared memory. */
export default task((input: Task['input']): Task['output'] => {
  const began = performance.now()
  const { prepared, request, slot } = input
  release(prepared.blocks.byteLength)
  const shared = fitMemory(input.memory)
  const desk = input.desk == null ? null : deskOver(input.desk)
  try {
    const outcome = runRestart(prepared, request, {
      stopped: shared.stopped,
      iterated: (iteration, logLikelihood) => shared.store(slot, iteration, logLikelihood),
      ...(input.snapshot != null && { reached: snapshots(input.snapshot) }),
      crew: desk === null ? null : createCrew(desk),
    })
    return { ...outcome, seconds: (performance.now() - began) / 1000 }
  } finally {
    desk?.close()
  }
})

/** The first parameters at once, then the latest every now and then: they are copied out, which an iteration may not afford. */
function snapshots(buffer: SharedArrayBuffer): NonNullable<RestartControl['reached']> {
  const snapshot = snapshotOver(buffer)
  let due = 0
  return (iterations, logLikelihood, entropy, mixture) => {
    const now = performance.now()
    if (now < due) return
    due = now + SNAPSHOT_MILLISECONDS
    snapshot.write({ iterations, logLikelihood, entropy, mixture: mixture() })
  }
}
