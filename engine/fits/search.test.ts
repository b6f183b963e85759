import { describe, expect, it } from 'vitest'
import { prepare } from '../../core/mixture/prepare.ts'
import { EngineError } from '../../contract/errors.ts'
import { createFitMemory } from '../../workers/fit-memory.ts'
import type { Pool } from '../../workers/pool.ts'
import type { TaskName, Tasks } from '../../workers/tasks.ts'
import { settingsOf } from '../fixtures/bench.ts'
import { planRestarts } from './plan.ts'
import { createLedger } from './ledger.ts'
import type { Outcome } from './outcome.ts'
import { createRunner } from './runner.ts'
import { search } from './search.ts'

type Run = (input: Tasks['run-restart']['input']) => Promise<Outcome>

const converged: Outcome = {
  status: 'converged',
  iterations: 1,
  logLikelihood: -1,
  mixture: null,
  entropy: 0,
  reason: '',
  limit: null,
  flags: [],
  seconds: 0,
}

/** Searches five restarts on a pool of two threads whose tasks do as `run` says. */
async function searchWith(run: Run, signal?: AbortSignal) {
  const settings = settingsOf()
  const plan = planRestarts(settings)
  const memory = createFitMemory(plan.length, 10)
  const { prepared } = prepare([Float64Array.of(1, 2, 3)], 'none')
  const pool: Pool = {
    threads: 2,
    run: <T extends TaskName>(_: T, input: Tasks[T]['input']) => run(input as Tasks['run-restart']['input']),
    close: () => Promise.resolve(),
  }
  const ledger = createLedger(plan, memory)
  const started: number[] = []
  await search({
    runner: createRunner(pool),
    prepared,
    memory,
    plan,
    settings,
    start: null,
    sampleLabels: () => null,
    signal,
    follower: {
      ...ledger,
      started(slot, snapshot) {
        started.push(slot)
        ledger.started(slot, snapshot)
      },
    },
  })
  const { outcomes } = ledger.close()
  return { outcomes, started }
}

describe('the search', () => {
  it('runs as many restarts at once as there are threads, in the order of the plan', async () => {
    let running = 0
    let most = 0
    const { started } = await searchWith(async () => {
      most = Math.max(most, ++running)
      await new Promise((resolve) => setTimeout(resolve, 2))
      running--
      return converged
    })
    expect(started).toEqual([0, 1, 2, 3, 4])
    expect(most).toBe(2)
  })

  it('goes on when a thread dies, and says so on its restart', async () => {
    const { outcomes } = await searchWith(({ slot }) =>
      slot === 1
        ? Promise.reject(new EngineError('internal', 'Out of memory.', ''))
        : Promise.resolve(converged),
    )
    expect(outcomes.map(({ status }) => status)).toEqual([
      'converged',
      'collapsed',
      'converged',
      'converged',
      'converged',
    ])
    expect(outcomes[1].reason).toBe('The worker thread ended: Out of memory.')
  })

  it('starts nothing more after a stop, and ends the waiting restarts as stopped', async () => {
    const stopper = new AbortController()
    const { outcomes, started } = await searchWith(({ slot }) => {
      if (slot === 1) stopper.abort()
      return Promise.resolve(converged)
    }, stopper.signal)
    expect(started).toEqual([0, 1])
    expect(outcomes.map(({ status }) => status)).toEqual([
      'converged',
      'converged',
      'stopped',
      'stopped',
      'stopped',
    ])
  })
})
