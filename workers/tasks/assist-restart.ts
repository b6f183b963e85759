import { createKernel } from '../../core/mixture/kernel.ts'
import { helpAt } from '../crew.ts'
import { deskOver } from '../desk.ts'
import { task } from '../failure.ts'
import { fitMemory } from '../fit-memory.ts'
import { release } from '../release.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['assist-restart']

/** Shares the passes of a restart that runs on another thread, until it has ended or this helper is dismissed. */
export default task(({ prepared, memory, desk: buffer }: Task['input']): Task['output'] => {
  release(prepared.blocks.byteLength)
  const desk = deskOver(buffer)
  const { components, family, noise } = desk.parameters
  const kernel = createKernel(prepared, components, family, null, noise)
  return { segments: helpAt(desk, kernel, fitMemory(memory).stopped) }
})
