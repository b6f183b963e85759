import type { Prepared, RestartRequest } from '../../core/mixture/types.ts'
import { EngineError } from '../../contract/errors.ts'
import { assist } from '../../workers/assist.ts'
import { createDesk, type Desk } from '../../workers/desk.ts'
import type { FitMemory } from '../../workers/fit-memory.ts'
import type { Pool } from '../../workers/pool.ts'
import type { Recording } from '../../workers/recording.ts'
import type { Snapshot } from '../../workers/snapshot.ts'
import { createLanes, type Pastime } from './lanes.ts'
import { nothing, type Outcome } from './outcome.ts'
import { createQueue, type Piece } from './queue.ts'
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
  /** Where it leaves its parameters after chosen iterations; of a run that has a ground of its own, and so goes to a thread alone. */
  recording?: Recording
  /** Called as it begins, unless the fit was stopped. `snapshot` is null where memory for it is short. */
  began(snapshot: Snapshot | null): void
  /** Called as it ends, with its trace: its slot may be another's then. */
  ended?(outcome: Outcome, trace: Float64Array): void
}

/**
 * Runs restarts on the threads of one pool, for all fits: as many at once as there are threads, short ones several to a thread,
 * and idle threads help. Which of them go together changes no result.
 */
export interface Runner {
  readonly lanes: number
  /** A thread that dies ends its restart, as data. Of a stopped fit nothing begins. Rejects with what `began` or `ended` throws. */
  run(run: Run): Promise<Outcome>
}

/** A run that waits for a lane. */
interface Waiting extends Piece {
  ground: Ground
  run: Run
  resolve(outcome: Outcome): void
  reject(thrown: unknown): void
}

/** A run that has a lane. */
interface Begun {
  waiting: Waiting
  slot: number
  snapshot: Snapshot | null
}

/** `most`: lanes there can be, where the pool is to count on fewer threads now and then. */
export function createRunner(pool: Pool, most = pool.threads): Runner {
  const shared = new Map<Desk, Ground>()
  const queue = createQueue<Waiting>(most)
  const lanes = createLanes(most, help, () => pool.threads)

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

  async function onLane(lane: number): Promise<void> {
    const begun = queue.take().flatMap((waiting) => begin(waiting, lane) ?? [])
    if (begun.length > 1 && (await together(begun))) return
    for (const one of begun) await alone(one)
  }

  function begin(waiting: Waiting, lane: number): Begun | null {
    const { run } = waiting
    const { memory } = run.ground
    if (memory.stopped()) {
      waiting.resolve(nothing('stopped', 0, ''))
      return null
    }
    try {
      const snapshot = ifMemoryAllows(() => run.snapshot?.() ?? null)
      run.began(snapshot)
      const slot = run.slot(lane)
      if (run.request.resumption === undefined) memory.clear(slot)
      return { waiting, slot, snapshot }
    } catch (thrown) {
      waiting.reject(thrown)
      return null
    }
  }

  function end({ waiting, slot }: Begun, outcome: Outcome, trace?: Float64Array | null): void {
    const { run } = waiting
    if (outcome.status !== 'stopped') queue.took(waiting, outcome.seconds)
    try {
      run.ended?.(outcome, trace ?? run.ground.memory.trace(slot, 0).slice(0, outcome.iterations))
      waiting.resolve(outcome)
    } catch (thrown) {
      waiting.reject(thrown)
    }
  }

  /** False where the thread died on the way: nobody knows in which of them. */
  async function together(begun: readonly Begun[]): Promise<boolean> {
    const { prepared, memory, kill } = begun[0].waiting.ground
    const restarts = begun.map(({ waiting: { run }, slot, snapshot }) => ({
      request: run.request,
      slot,
      snapshot: snapshot?.buffer ?? null,
      traced: run.ended !== undefined,
    }))
    const input = { prepared, memory: memory.buffer, restarts }
    const ended = await pool.run('run-restarts', input, { signal: kill }).catch(() => null)
    if (ended === null && !memory.stopped()) return false
    for (const [i, one] of begun.entries()) {
      if (ended === null) end(one, leftBehind(one.snapshot, memory.iterations(one.slot)))
      else end(one, ended[i].outcome, ended[i].trace)
    }
    return true
  }

  async function alone(begun: Begun): Promise<void> {
    const { ground, run } = begun.waiting
    const { components, covariance } = run.request
    const desk =
      pool.threads > 1 ? ifMemoryAllows(() => createDesk(ground.prepared, components, covariance)) : null
    if (desk !== null) shared.set(desk, ground)
    const outcome = await outcomeOf(pool, begun, desk)
    if (desk !== null) {
      shared.delete(desk)
      desk.close()
    }
    end(begun, outcome)
  }

  return {
    lanes: most,
    run: (run) =>
      new Promise((resolve, reject) => {
        const { ground, order, request } = run
        const kind = `${request.covariance} ${request.components}`
        queue.add({ order, ground, kind, run, resolve, reject })
        lanes.run(order, onLane).catch(reject)
      }),
  }
}

async function outcomeOf(
  pool: Pool,
  { waiting, slot, snapshot }: Begun,
  desk: Desk | null,
): Promise<Outcome> {
  const { prepared, memory, kill } = waiting.ground
  const began = performance.now()
  try {
    return await pool.run(
      'run-restart',
      {
        prepared,
        request: waiting.run.request,
        memory: memory.buffer,
        slot,
        desk: desk?.buffer ?? null,
        snapshot: snapshot?.buffer ?? null,
        recording: waiting.run.recording?.buffer ?? null,
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
