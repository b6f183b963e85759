import { groupSolutions } from '../../core/mixture/solutions.ts'
import { createSnapshot } from '../../workers/snapshot.ts'
import type { Cell } from './cells.ts'
import { isUsable, type Outcome } from './outcome.ts'
import { race, type Leg } from './race.ts'
import type { Reached } from './refine.ts'
import { requestOf } from './request.ts'
import type { Stage } from './search.ts'

/** Runs the restarts of one cell. Resolves with the best of each usable solution, highest log-likelihood first. */
export async function runCell(stage: Stage, { slots, components }: Cell): Promise<Reached[]> {
  const { runner, plan, settings, prepared, memory, start, follower } = stage
  const usable = new Map<number, Reached & { index: number; status: Outcome['status'] }>()

  const run = (slot: number, leg: Leg) =>
    runner.run({
      ground: stage,
      request: { ...requestOf(plan[slot], settings), ...(start !== null && { start }), ...leg },
      order: slot,
      slot: () => slot,
      snapshot: () => createSnapshot(components, prepared.dimension),
      began: (snapshot) => follower.started(slot, snapshot),
    })
  const finished = (slot: number, outcome: Outcome) => {
    const { id, index } = plan[slot]
    if (isUsable(outcome)) usable.set(slot, { ...outcome, id, index })
    follower.finished(slot, outcome)
  }

  if (settings.strategy === 'race')
    await race(slots, { run, finished, paused: follower.paused, stopped: memory.stopped })
  else await Promise.all(slots.map(async (slot) => finished(slot, await run(slot, {}))))
  return groupSolutions([...usable.values()], prepared.spread, stage.sampleLabels).map(({ best }) => best)
}
