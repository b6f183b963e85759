import { afterAll, describe, expect, it } from 'vitest'
import { createFitMemory } from '../fit-memory.ts'
import { crowd, longRestart } from '../fixtures/crowd.ts'
import { createPool } from '../pool.ts'
import { createSnapshot } from '../snapshot.ts'

const COMPONENTS = 4
const CAPACITY = 100_000
const prepared = crowd(30_000, 2)
const pool = createPool(1)
afterAll(() => pool.close())

function begin(signal?: AbortSignal) {
  const memory = createFitMemory(1, CAPACITY)
  const snapshot = createSnapshot(COMPONENTS, 2)
  const input = {
    prepared,
    request: longRestart(COMPONENTS, CAPACITY),
    memory: memory.buffer,
    slot: 0,
    snapshot: snapshot.buffer,
  }
  return { memory, snapshot, running: pool.run('run-restart', input, signal && { signal }) }
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('a restart that runs', () => {
  it('shows its parameters with the log-likelihood that its trace has for them', async () => {
    const { memory, snapshot, running } = begin()
    while (snapshot.read() === null) await pause(1)
    const reached = snapshot.read()!
    memory.stop()
    await running
    expect(reached.logLikelihood).toBe(memory.trace(0, 0)[reached.iterations - 1])
    expect(reached.mixture.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    expect(reached.mixture.covariances).toHaveLength(COMPONENTS * 4)
  })

  it('leaves its last parameters behind when its thread is ended', async () => {
    const kill = new AbortController()
    const { snapshot, running } = begin(kill.signal)
    while (snapshot.read() === null) await pause(1)
    kill.abort()
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    expect(snapshot.read()!.iterations).toBeGreaterThan(0)
  })
})
