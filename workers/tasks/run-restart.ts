import { runRestart } from '../../core/mixture/restart.ts'
import { createCrew } from '../crew.ts'
import { deskOver } from '../desk.ts'
import { fitMemory } from '../fit-memory.ts'
import { task } from '../failure.ts'
import { recordingOver } from '../recording.ts'
import { release } from '../release.ts'
import { snapshots } from '../snapshots.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['run-restart']

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
      ...(input.recording != null && { passed: recordingOver(input.recording).write }),
      crew: desk === null ? null : createCrew(desk),
    })
    return { ...outcome, seconds: (performance.now() - began) / 1000 }
  } finally {
    desk?.close()
  }
})
