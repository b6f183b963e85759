import { describe, expect, it } from 'vitest'
import { createFitMemory } from '../../workers/fit-memory.ts'
import { createSnapshot } from '../../workers/snapshot.ts'
import { settingsOf } from '../fixtures/bench.ts'
import { NOTHING_YET } from './ledger.ts'
import { planRestarts } from './plan.ts'
import type { Outcome } from './outcome.ts'
import { createWatch } from './watch.ts'

function watchThree() {
  const plan = planRestarts(settingsOf({ restarts: 3 }))
  const memory = createFitMemory(3, 5)
  let now = 100
  const watch = createWatch({
    fit: 'f',
    plan,
    past: NOTHING_YET,
    live: { ended: () => undefined, read: () => ({ solutions: null, unseen: null }) },
    memory,
    racing: false,
    triesOf: () => 2,
    criterion: 'bic',
    standing: (_, { logLikelihood }) =>
      logLikelihood === null
        ? null
        : { parameters: 1, logLikelihood, bic: -logLikelihood, aic: 0, icl: 0, aicc: null, entropy: 0 },
    clock: () => now,
  })
  return { watch, memory, pass: (seconds: number) => (now += seconds) }
}

const ended = (logLikelihood: number | null, code?: 'spurious'): Outcome => ({
  status: logLikelihood === null ? 'collapsed' : 'converged',
  iterations: 1,
  logLikelihood,
  mixture: null,
  entropy: 0,
  reason: '',
  limit: null,
  flags: code === undefined ? [] : [{ code, message: '' }],
  seconds: 1,
})

const states = (event: ReturnType<ReturnType<typeof watchThree>['watch']['read']>) =>
  event.changes.map(({ restart }) => [restart.id, restart.state])

describe('the watch over a running fit', () => {
  it('tells of every restart first, then only of what changed', () => {
    const { watch, memory } = watchThree()
    expect(states(watch.read())).toEqual([
      ['VVV-2-0', 'waiting'],
      ['VVV-2-1', 'waiting'],
      ['VVV-2-2', 'waiting'],
    ])
    expect(watch.read().changes).toEqual([])
    watch.started(1, createSnapshot(2, 2))
    expect(states(watch.read())).toEqual([['VVV-2-1', 'running']])
    memory.store(1, 0, -9)
    memory.store(1, 1, -8)
    expect(watch.read().changes).toMatchObject([
      { traceFrom: 0, trace: Float64Array.of(-9, -8), restart: { iterations: 2, logLikelihood: -8 } },
    ])
    memory.store(1, 2, -7)
    expect(watch.read().changes).toMatchObject([{ traceFrom: 2, trace: Float64Array.of(-7) }])
  })

  it('names the leader: the best by the criterion that is not spurious, if there is one', () => {
    const { watch } = watchThree()
    watch.finished(0, ended(-1, 'spurious'))
    expect(watch.read().leader).toBe('VVV-2-0')
    watch.finished(1, ended(-5))
    expect(watch.read().leader).toBe('VVV-2-1')
    watch.finished(2, ended(null))
    expect(watch.read().leader).toBe('VVV-2-1')
  })

  it('estimates the time left once a restart is done', () => {
    const { watch, pass } = watchThree()
    pass(2)
    expect(watch.read()).toMatchObject({ seconds: 2, secondsLeft: null, done: 0, total: 3 })
    watch.finished(0, ended(-1))
    expect(watch.read()).toMatchObject({ secondsLeft: 8, done: 1 })
  })

  it('counts tries beside the restarts, and those that fall away no more', () => {
    const { watch } = watchThree()
    expect(watch.read()).toMatchObject({ stage: 'restarts', tried: 0, toTry: 2 })
    for (const slot of [0, 1, 2]) watch.finished(slot, ended(-1))
    expect(watch.read()).toMatchObject({ stage: 'refining', done: 3, total: 3 })
    watch.tried(2, ended(-2))
    watch.spared(2, 1)
    expect(watch.read()).toMatchObject({ tried: 1, toTry: 1, done: 3, secondsLeft: 0 })
  })

  it('hands over a refinement that joined, once, with its whole trace', () => {
    const { watch } = watchThree()
    watch.finished(0, ended(-5))
    watch.read()
    const refinement = {
      ...planRestarts(settingsOf())[0],
      id: 'VVV-2-swap-0',
      initialisation: 'swap',
    } as const
    watch.joined(refinement, ended(-2), Float64Array.of(-2))
    expect(watch.read()).toMatchObject({
      changes: [{ restart: { id: 'VVV-2-swap-0' }, traceFrom: 0, trace: Float64Array.of(-2) }],
      leader: 'VVV-2-swap-0',
    })
    expect(watch.read().changes).toEqual([])
  })

  it('shows a paused restart as waiting with what it has reached, and one that goes on after all as running', () => {
    const { watch, memory } = watchThree()
    watch.started(0, createSnapshot(2, 2))
    memory.store(0, 0, -9)
    watch.read()
    watch.paused(0)
    expect(watch.read().changes).toMatchObject([{ restart: { state: 'waiting', logLikelihood: -9 } }])
    watch.finished(0, { ...ended(-9), status: 'dropped' })
    expect(watch.read()).toMatchObject({
      done: 1,
      leader: null,
      changes: [{ restart: { state: 'dropped' } }],
    })
    watch.started(0, createSnapshot(2, 2))
    expect(watch.read()).toMatchObject({ done: 0, changes: [{ restart: { state: 'running' } }] })
  })
})
