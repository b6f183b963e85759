import { afterAll, describe, expect, it } from 'vitest'
import { createFitMemory } from '../fit-memory.ts'
import { crowd, longRestart } from '../fixtures/crowd.ts'
import { createPool } from '../pool.ts'
import { createSnapshot } from '../snapshot.ts'
import type { Tasks } from '../tasks.ts'

const prepared = crowd(300, 2)
const pool = createPool(1)
afterAll(() => pool.close())

/** Six restarts of three components; the last three share one slot. */
function restarts(): Tasks['run-restarts']['input']['restarts'] {
  return Array.from({ length: 6 }, (_, index) => ({
    request: { ...longRestart(3, 40), index, seed: index },
    slot: Math.min(index, 3),
    snapshot: index === 0 ? createSnapshot(3, 2).buffer : null,
    traced: index >= 3,
  }))
}

describe('several restarts of one task', () => {
  it('end as each of them does alone, and leave their traces', async () => {
    const memory = createFitMemory(4, 40)
    const together = await pool.run('run-restarts', {
      prepared,
      memory: memory.buffer,
      restarts: restarts(),
    })
    for (const [i, { request }] of restarts().entries()) {
      const own = createFitMemory(1, 40)
      const alone = await pool.run('run-restart', { prepared, request, memory: own.buffer, slot: 0 })
      const { outcome, trace } = together[i]
      expect({ ...outcome, seconds: 0 }).toEqual({ ...alone, seconds: 0 })
      expect(trace ?? memory.trace(i, 0)).toEqual(own.trace(0, 0))
      expect(trace === null).toBe(i < 3)
    }
  })

  it('all end as stopped after a stop', async () => {
    const memory = createFitMemory(4, 40)
    memory.stop()
    const ended = await pool.run('run-restarts', { prepared, memory: memory.buffer, restarts: restarts() })
    expect(ended.map(({ outcome }) => outcome.status)).toEqual(Array(6).fill('stopped'))
  })
})
