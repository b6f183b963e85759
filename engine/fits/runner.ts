import type { Prepared, RestartRequest } from '../../core/mixture/types.ts'
import { EngineError } from '../../contract/errors.ts'
import { assist } from '../../workers/assist.ts'
import { createDesk, type Desk } from '../../workers/desk.ts'
import type { FitMemory } from '../../workers/fit-memory.ts'
import type { Pool } from '../../workers/pool.ts'
import type { Snapshot } from '../../workers/snapshot.ts'
import { createLanes, type Pastime } from './lanes.ts'
import { nothing, type Outcome } from './outcome.ts'

/** One fit's data and its block of shared memory. */
export interface Ground {
  prepared: Prepared
  memory: FitMemory
  /** Ends the threads of the fit: the last resort. */
  kill: AbortSignal
}

/** A run of a restart, from its start or a pause to its end or the next pause. */
export interface Run {
  ground: Ground
  request: RestartRequest
  /** Of what waits, the lowest goes first. */
  order: number
  /** Where its trace goes, by the lane it runs on (0-based). */
  slot(lane: number): number
  /** Where it leaves its parameters as it goes; null where nobody reads them. */
  snapshot: Snapshot | null
  /** Called as it begins, unless the fit was stopped. */
  began(): void
  /** Called as it ends, before its lane takes other work. */
  ended?(slot: number, outcome: Outcome): void
}

/** Runs restarts on the threads of one pool, for all fits: as many at once as there are threads, and idle threads help. */
export interface Runner {
  readonly lanes: number
  /** Never rejects: a thread that dies ends its restart. Of a stopped fit nothing begins. */
  run(run: Run): Promise<Outcome>
}

export function createRunner(pool: Pool): Runner {
  const shared = new Map<Desk, Ground>()
  const lanes = createLanes(pool.threads, help)

  /** The running restart with the fewest helpers is helped next. */
  function help(): Pastime | null {
    const open = [...shared].filter(([desk, { memory }]) => !desk.closed() && !memory.stopped())
    const least = open.reduce<(typeof open)[number] | null>(
      (best, next) => (best !== null && best[0].helpers() <= next[0].helpers() ? best : next),
      null,
    )
    if (least === null) return null
    const [desk, { prepared, memory, kill }] = least
    const helped = assist(pool, { prepared, memory: memory.buffer, desk }, kill)
    return { ended: helped.then(() => undefined), helped: desk, leave: desk.dismiss }
  }

  async function onLane(run: Run, lane: number): Promise<Outcome> {
    if (run.ground.memory.stopped()) return nothing('stopped', 0, '')
    run.began()
    const { prepared } = run.ground
    const { components, covariance } = run.request
    const desk = pool.threads > 1 ? createDesk(prepared, components, covariance) : null
    if (desk !== null) shared.set(desk, run.ground)
    const slot = run.slot(lane)
    const outcome = await outcomeOf(pool, run, slot, desk)
    if (desk !== null) {
      shared.delete(desk)
      desk.close()
    }
    run.ended?.(slot, outcome)
    return outcome
  }

  return { lanes: pool.threads, run: (run) => lanes.run(run.order, (lane) => onLane(run, lane)) }
}

async function outcomeOf(
  pool: Pool,
  { ground: { prepared, memory, kill }, request, snapshot }: Run,
  slot: number,
  desk: Desk | null,
): Promise<Outcome> {
  try {
    return await pool.run(
      'run-restart',
      {
        prepared,
        request,
        memory: memory.buffer,
        slot,
        desk: desk?.buffer ?? null,
        snapshot: snapshot?.buffer ?? null,
      },
      { signal: kill },
    )
  } catch (thrown) {
    const iterations = memory.iterations(slot)
    if (memory.stopped()) return nothing('stopped', iterations, '')
    return nothing('collapsed', iterations, `The worker thread ended: ${EngineError.from(thrown).message}`)
  }
}
