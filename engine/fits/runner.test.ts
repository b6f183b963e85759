import { describe, expect, it } from 'vitest'
import { prepare } from '../../core/mixture/prepare.ts'
import { createFitMemory, type FitMemory } from '../../workers/fit-memory.ts'
import type { Pool } from '../../workers/pool.ts'
import { createSnapshot, type Snapshot } from '../../workers/snapshot.ts'
import type { TaskName, Tasks } from '../../workers/tasks.ts'
import { settingsOf } from '../fixtures/bench.ts'
import { nothing, type Outcome } from './outcome.ts'
import { planRestarts } from './plan.ts'
import { requestOf } from './request.ts'
import { createRunner, type Ground, type Run } from './runner.ts'

type Input = Tasks['run-restart']['input']

const settings = settingsOf()
const request = requestOf(planRestarts(settings)[0], settings)
const { prepared } = prepare([Float64Array.of(1, 2, 3)], 'none')

function runnerWith(run: (input: Input) => Promise<Outcome>, threads = 2) {
  const pool: Pool = {
    threads,
    run: <T extends TaskName>(_: T, input: Tasks[T]['input']) => run(input as Input),
    close: () => Promise.resolve(),
  }
  return createRunner(pool)
}

function runOf(order: number, change: Partial<Run> = {}, ground: Partial<Ground> = {}): Run {
  const memory = createFitMemory(1, 10)
  return {
    ground: { prepared, memory, kill: new AbortController().signal, ...ground },
    request,
    order,
    slot: () => 0,
    began: () => undefined,
    ...change,
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
const ended = (seconds: number): Outcome => ({ ...nothing('converged', 1, ''), seconds })

type Bundle = Tasks['run-restarts']['input']

/** Runs eight restarts of a millisecond on two threads whose bundles end as `bundled` says. */
async function eight(
  bundled: (bundle: Bundle, memory: FitMemory) => Promise<Tasks['run-restarts']['output']>,
) {
  const memory = createFitMemory(8, 10)
  const asked: (number | number[])[] = []
  const pool: Pool = {
    threads: 2,
    run<T extends TaskName>(task: T, input: Tasks[T]['input']): Promise<Tasks[T]['output']> {
      const bundle = task === 'run-restarts' ? (input as Bundle) : null
      asked.push(bundle?.restarts.map(({ slot }) => slot) ?? (input as Input).slot)
      return bundle === null ? Promise.resolve(ended(0.001)) : bundled(bundle, memory)
    },
    close: () => Promise.resolve(),
  }
  const runner = createRunner(pool)
  const traces: number[][] = []
  const runs = Array.from({ length: 8 }, (_, slot) => {
    const ended: Run['ended'] = slot < 4 ? undefined : (_, trace) => (traces[slot] = [...trace])
    return runOf(slot, { slot: () => slot, ...(ended && { ended }) }, { memory })
  })
  const ground = runs[0].ground
  const outcomes = await Promise.all(runs.map((run) => runner.run({ ...run, ground })))
  return { asked, traces, statuses: outcomes.map(({ status }) => status) }
}

describe('short restarts', () => {
  it('go several to a thread once it is known how short they are', async () => {
    const { asked, traces, statuses } = await eight(({ restarts }) =>
      Promise.resolve(
        restarts.map(({ slot, traced }) => ({
          outcome: ended(0.001),
          trace: traced ? Float64Array.of(-slot) : null,
        })),
      ),
    )
    expect(asked).toEqual([0, 1, [2, 3, 4], [5, 6], 7])
    expect(traces.slice(4, 7)).toEqual([[-4], [-5], [-6]])
    expect(statuses).toEqual(Array(8).fill('converged'))
  })

  it('run again one by one where the thread of several dies', async () => {
    const { asked, statuses } = await eight(() => Promise.reject(new Error('out of memory')))
    expect(asked.flat()).toHaveLength(8 + asked.filter(Array.isArray).flat().length)
    expect(statuses).toEqual(Array(8).fill('converged'))
  })

  it('end as stopped where their thread had to be ended after a stop', async () => {
    const { statuses } = await eight((_, memory) => {
      memory.stop()
      return Promise.reject(new Error('killed'))
    })
    expect(statuses.slice(0, 2)).toEqual(['converged', 'converged'])
    expect(new Set(statuses.slice(2))).toEqual(new Set(['stopped']))
  })
})

describe('a run of a restart', () => {
  it('has its snapshot made as it begins, so that only those that run have one', async () => {
    const made: number[] = []
    const ends: (() => void)[] = []
    const runner = runnerWith(() => new Promise((resolve) => ends.push(() => resolve(ended(1)))))
    const runs = Array.from({ length: 5 }, (_, order) =>
      runner.run(runOf(order, { snapshot: () => (made.push(order), createSnapshot(2, 1)) })),
    )
    expect(made).toEqual([0, 1])
    ends[0]()
    await runs[0]
    await settled()
    expect(made).toEqual([0, 1, 2])
    for (let at = 1; at < 5; at++) {
      ends[at]()
      await runs[at]
      await settled()
    }
    expect(made).toEqual([0, 1, 2, 3, 4])
  })

  it('goes without helpers and without a snapshot where memory for them is short', async () => {
    const inputs: Input[] = []
    const told: (Snapshot | null)[] = []
    const runner = runnerWith((input) => {
      inputs.push(input)
      return Promise.resolve(nothing('converged', 1, ''))
    })
    const beyond = 1e15
    const { status } = await runner.run(
      runOf(
        0,
        {
          request: { ...request, components: beyond },
          snapshot: () => createSnapshot(beyond, 1),
          began: (snapshot) => told.push(snapshot),
        },
        { prepared: { ...prepared, rows: 1e20 } },
      ),
    )
    expect(status).toBe('converged')
    expect(inputs).toMatchObject([{ desk: null, snapshot: null }])
    expect(told).toEqual([null])
  })

  it('whose thread dies at once has no iterations, whatever its slot held before', async () => {
    const memory = createFitMemory(1, 10)
    memory.store(0, 4, -100)
    const runner = runnerWith(() => Promise.reject(new Error('out of memory')))
    const { status, iterations } = await runner.run(runOf(0, {}, { memory }))
    expect([status, iterations]).toEqual(['collapsed', 0])
  })

  it('that goes on from a pause keeps the iterations it had', async () => {
    const memory = createFitMemory(1, 10)
    memory.store(0, 4, -100)
    const none = new Float64Array()
    const resumption = { iterations: 5, weights: none, means: none, covariances: none, memory: none }
    const runner = runnerWith(() => Promise.reject(new Error('out of memory')))
    const { iterations } = await runner.run(runOf(0, { request: { ...request, resumption } }, { memory }))
    expect(iterations).toBe(5)
  })
})
