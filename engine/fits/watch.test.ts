import { describe, expect, it } from 'vitest'
import { createFitMemory } from '../../workers/fit-memory.ts'
import { createSnapshot } from '../../workers/snapshot.ts'
import { settingsOf } from '../fixtures/bench.ts'
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
    memory,
    racing: false,
    triesOf: () => 2,
    criterion: 'bic',
    standing: (_, { logLikelihood }) =>
      logLikelihood === null ? null : { parameters: 1, logLikelihood, bic: -logLikelihood, aic: 0, icl: 0 },
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
})
