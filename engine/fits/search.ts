import type { Prepared, RestartOutcome, RestartRequest, Start } from '../../core/mixture/types.ts'
import { EngineError } from '../../contract/errors.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { FitMemory } from '../../workers/fit-memory.ts'
import type { Pool } from '../../workers/pool.ts'
import type { PlannedRestart } from './plan.ts'

/** How one restart ended, and the seconds it took. */
export type Outcome = RestartOutcome & { seconds: number }

export interface Search {
  pool: Pool
  prepared: Prepared
  memory: FitMemory
  plan: readonly PlannedRestart[]
  settings: FitSettings
  start: Start | null
  signal: AbortSignal | undefined
  started(slot: number): void
  finished(slot: number, outcome: Outcome): void
}

/** A thread that has not seen the wish to stop after this long is ended. */
const GRACE_MILLISECONDS = 5_000

/**
 * Runs the restarts in the order of the plan, as many at once as there are threads. On an abort the running ones return what
 * they have and the waiting ones end as `stopped` with no iterations. Never rejects: a thread that dies ends its restart.
 */
export async function search(work: Search): Promise<void> {
  const { pool, memory, plan, signal } = work
  const kill = new AbortController()
  let grace: NodeJS.Timeout | undefined
  const stop = () => {
    memory.stop()
    grace = setTimeout(() => kill.abort(), GRACE_MILLISECONDS)
  }
  if (signal?.aborted === true) stop()
  else signal?.addEventListener('abort', stop, { once: true })

  let next = 0
  const lane = async () => {
    while (next < plan.length) {
      const slot = next++
      if (memory.stopped()) {
        work.finished(slot, nothing('stopped', 0, ''))
        continue
      }
      work.started(slot)
      work.finished(slot, await runOne(work, slot, kill.signal))
    }
  }
  await Promise.all(Array.from({ length: Math.min(pool.threads, plan.length) }, lane))
  clearTimeout(grace)
  signal?.removeEventListener('abort', stop)
}

async function runOne(
  { pool, prepared, memory, plan, settings, start }: Search,
  slot: number,
  kill: AbortSignal,
): Promise<Outcome> {
  try {
    return await pool.run(
      'run-restart',
      {
        prepared,
        request: requestOf(plan[slot], settings, start),
        memory: memory.buffer,
        slot,
        capacity: memory.capacity,
      },
      { signal: kill },
    )
  } catch (thrown) {
    const iterations = memory.iterations(slot)
    if (memory.stopped()) return nothing('stopped', iterations, '')
    return nothing('collapsed', iterations, `The worker thread ended: ${EngineError.from(thrown).message}`)
  }
}

function requestOf(restart: PlannedRestart, settings: FitSettings, start: Start | null): RestartRequest {
  return {
    components: restart.components,
    covariance: restart.covariance,
    initialisation: restart.initialisation,
    index: restart.index,
    seed: restart.seed,
    tolerance: settings.tolerance,
    maxIterations: settings.maxIterations,
    regularisation: settings.regularisation,
    prior: settings.prior,
    eigenvalueRatio: settings.eigenvalueRatio,
    acceleration: settings.acceleration,
    subsample: settings.subsample,
    ...(start === null ? {} : { start }),
  }
}

const nothing = (status: 'stopped' | 'collapsed', iterations: number, reason: string): Outcome => ({
  status,
  iterations,
  logLikelihood: null,
  mixture: null,
  entropy: null,
  reason,
  limit: null,
  flags: [],
  seconds: 0,
})
