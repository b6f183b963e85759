import { groupingSteps } from '../../core/mixture/solutions.ts'
import type { Agreement } from '../../core/mixture/start/refinements.ts'
import { createSnapshot } from '../../workers/snapshot.ts'
import type { Cell } from './cells.ts'
import { gently } from './gently.ts'
import { isMaximum, isUsable, type Outcome } from './outcome.ts'
import { race, type Leg } from './race.ts'
import type { Reached } from './refine.ts'
import { ownStart, requestOf } from './request.ts'
import type { Stage } from './search.ts'

/** What the restarts of a cell came to. */
export interface CellRestarts extends Agreement {
  /** The best of each usable solution, highest log-likelihood first. */
  solutions: Reached[]
  /** Log-likelihood of the highest maximum, spurious ones too; null where there is none. */
  highest: number | null
}

/** Runs the restarts of one cell. */
export async function runCell(stage: Stage, { slots, components }: Cell): Promise<CellRestarts> {
  const { runner, plan, settings, prepared, memory, start, follower, isSame } = stage
  const usable = new Map<number, Reached & { index: number; status: Outcome['status'] }>()
  let highest: number | null = null

  const run = (slot: number, leg: Leg) => {
    const own = ownStart(plan[slot]) ?? start
    return runner.run({
      ground: stage,
      request: { ...requestOf(plan[slot], settings), ...(own !== null && { start: own }), ...leg },
      order: slot,
      slot: () => slot,
      snapshot: () => createSnapshot(components, prepared.dimension),
      began: (snapshot) => follower.started(slot, snapshot),
    })
  }
  const finished = (slot: number, outcome: Outcome) => {
    const { id, index } = plan[slot]
    if (isUsable(outcome)) usable.set(slot, { ...outcome, id, index })
    if (isMaximum(outcome)) highest = Math.max(highest ?? -Infinity, outcome.logLikelihood)
    follower.finished(slot, outcome)
  }

  if (settings.strategy === 'race')
    await race(slots, { run, finished, paused: follower.paused, stopped: memory.stopped })
  else await Promise.all(slots.map(async (slot) => finished(slot, await run(slot, {}))))
  const groups = await gently(groupingSteps([...usable.values()], isSame))
  return {
    solutions: groups.map(({ best }) => best),
    hits: groups[0]?.restarts.length ?? 0,
    usable: usable.size,
    highest,
  }
}
