import { describe, expect, it, vi } from 'vitest'
import { prepare } from '../../core/mixture/prepare.ts'
import { EngineError } from '../../contract/errors.ts'
import { createFitMemory, fitMemory } from '../../workers/fit-memory.ts'
import type { Pool, RunOptions } from '../../workers/pool.ts'
import { snapshotOver } from '../../workers/snapshot.ts'
import type { TaskName, Tasks } from '../../workers/tasks.ts'
import { settingsOf } from '../fixtures/bench.ts'
import { planRestarts } from './plan.ts'
import { createLedger } from './ledger.ts'
import type { Outcome } from './outcome.ts'
import { createRunner } from './runner.ts'
import { search } from './search.ts'

type Run = (input: Tasks['run-restart']['input'], kill: AbortSignal | undefined) => Promise<Outcome>

const converged: Outcome = {
  status: 'converged',
  iterations: 1,
  logLikelihood: -1,
  mixture: null,
  entropy: 0,
  reason: '',
  limit: null,
  flags: [],
  seconds: 1,
}

/** Searches five restarts on a pool of two threads whose tasks do as `run` says. */
async function searchWith(
  run: Run,
  signal?: AbortSignal,
  settings = settingsOf(),
  began: (slot: number) => void = () => undefined,
) {
  const plan = planRestarts(settings)
  const memory = createFitMemory(plan.length, 10)
  const { prepared } = prepare([Float64Array.of(1, 2, 3)], 'none')
  const pool: Pool = {
    threads: 2,
    run: <T extends TaskName>(_: T, input: Tasks[T]['input'], options?: RunOptions) =>
      run(input as Tasks['run-restart']['input'], options?.signal),
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
    isSame: () => false,
    signal,
    follower: {
      ...ledger,
      started(slot, snapshot) {
        started.push(slot)
        began(slot)
        ledger.started(slot, snapshot)
      },
    },
  })
  const { outcomes, traces } = ledger.records()
  return { outcomes, traces, started }
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

  it.each([
    ['full', 5],
    ['full', 0],
    ['race', 5],
  ] as const)(
    'ends with what fails inside it, in a cell that is not the first too: %s, %d',
    async (strategy, slot) => {
      const killed: number[] = []
      const settings = settingsOf({ components: { from: 1, to: 3 }, strategy })
      const failure = new Error('no memory for it')
      const began = (begun: number) => {
        if (begun === slot) throw failure
      }
      const searching = searchWith(
        ({ slot }, kill) =>
          slot === 4
            ? new Promise((_, reject) => {
                kill?.addEventListener('abort', () => {
                  killed.push(slot)
                  reject(new Error('ended'))
                })
              })
            : Promise.resolve(converged),
        undefined,
        settings,
        began,
      )
      await expect(searching).rejects.toBe(failure)
      expect(killed).toEqual(slot === 0 ? [] : [4])
    },
  )

  it('keeps what a restart had reached whose thread had to be ended after a stop', async () => {
    vi.useFakeTimers()
    try {
      const stopper = new AbortController()
      const mixture = { components: 2, dimension: 1, weights: Float64Array.of(0.5, 0.5) }
      const means = Float64Array.of(1, 3)
      const reached = { mixture: { ...mixture, means, covariances: means }, logLikelihood: -7, entropy: 0.5 }
      const searching = searchWith(({ slot, snapshot, memory }, kill) => {
        if (slot !== 1) return Promise.resolve(converged)
        for (const iteration of [0, 1, 2]) fitMemory(memory).store(slot, iteration, -9 + iteration)
        snapshotOver(snapshot!).write({ iterations: 2, ...reached })
        stopper.abort()
        return new Promise((_, reject) => kill?.addEventListener('abort', () => reject(new Error('ended'))))
      }, stopper.signal)
      await vi.advanceTimersByTimeAsync(10_000)
      const { outcomes, traces } = await searching
      expect(outcomes[1]).toMatchObject({
        status: 'stopped',
        iterations: 2,
        reason: '',
        flags: [],
        ...reached,
      })
      expect(traces[1]).toEqual(Float64Array.of(-9, -8))
    } finally {
      vi.useRealTimers()
    }
  })
})
