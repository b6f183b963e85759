import type { Prepared, RestartRequest } from '../../core/mixture/types.ts'
import { EngineError } from '../../contract/errors.ts'
import { assist } from '../../workers/assist.ts'
import { createDesk, type Desk } from '../../workers/desk.ts'
import type { FitMemory } from '../../workers/fit-memory.ts'
import type { Pool } from '../../workers/pool.ts'
import type { Snapshot } from '../../workers/snapshot.ts'
import { createLanes, type Pastime } from './lanes.ts'
import { nothing, type Outcome } from './outcome.ts'
import { ifMemoryAllows } from './spare-memory.ts'

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
  /** Makes, as it begins, what it leaves its parameters in as it goes; absent where nobody reads them. */
  snapshot?(): Snapshot
  /** Called as it begins, unless the fit was stopped. `snapshot` is null where memory for it is short. */
  began(snapshot: Snapshot | null): void
  /** Called as it ends, before its lane takes other work. */
  ended?(slot: number, outcome: Outcome): void
}

/** Runs restarts on the threads of one pool, for all fits: as many at once as there are threads, and idle threads help. */
export interface Runner {
  readonly lanes: number
  /** A thread that dies ends its restart, as data. Of a stopped fit nothing begins. Rejects with what `began` or `ended` throws. */
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
    const { prepared, memory } = run.ground
    if (memory.stopped()) return nothing('stopped', 0, '')
    const { components, covariance, resumption } = run.request
    const snapshot = ifMemoryAllows(() => run.snapshot?.() ?? null)
    run.began(snapshot)
    const desk = pool.threads > 1 ? ifMemoryAllows(() => createDesk(prepared, components, covariance)) : null
    if (desk !== null) shared.set(desk, run.ground)
    const slot = run.slot(lane)
    if (resumption === undefined) memory.clear(slot)
    const outcome = await outcomeOf(pool, run, slot, desk, snapshot)
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
  { ground: { prepared, memory, kill }, request }: Run,
  slot: number,
  desk: Desk | null,
  snapshot: Snapshot | null,
): Promise<Outcome> {
  const began = performance.now()
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
    const seconds = (performance.now() - began) / 1000
    if (memory.stopped()) return { ...leftBehind(snapshot, memory.iterations(slot)), seconds }
    const reason = `The worker thread ended: ${EngineError.from(thrown).message}`
    return { ...nothing('collapsed', memory.iterations(slot), reason), seconds }
  }
}

/** What a stopped restart whose thread was ended had a moment before. Its flags are not known. */
function leftBehind(snapshot: Snapshot | null, iterations: number): Outcome {
  const reached = snapshot?.read() ?? null
  return { ...nothing('stopped', iterations, ''), ...reached }
}
