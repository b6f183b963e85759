import { afterAll, describe, expect, it } from 'vitest'
import type { RestartRequest } from '../../core/mixture/types.ts'
import { assist } from '../assist.ts'
import { createDesk, type Desk } from '../desk.ts'
import { createFitMemory, type FitMemory } from '../fit-memory.ts'
import { crowd, longRestart } from '../fixtures/crowd.ts'
import { createPool } from '../pool.ts'

const COMPONENTS = 6
const ITERATIONS = 30
const prepared = crowd(64 * 640 + 17, 3)
const request = longRestart(COMPONENTS, ITERATIONS)
const pool = createPool(4)
const dying = createPool(1, new URL('../fixtures/', import.meta.url))
afterAll(() => Promise.all([pool.close(), dying.close()]))

function deskOf(): Desk {
  const desk = createDesk(prepared, COMPONENTS, 'VVV')
  if (desk === null) throw new Error('these passes are heavy enough')
  return desk
}

async function lead(
  desk: Desk | null,
  memory = createFitMemory(1, ITERATIONS),
  wanted: RestartRequest = request,
) {
  const outcome = await pool.run('run-restart', {
    prepared,
    request: wanted,
    memory: memory.buffer,
    slot: 0,
    desk: desk?.buffer ?? null,
  })
  return { ...outcome, seconds: 0 }
}

const help = (desk: Desk, memory = createFitMemory(1, 1), from = pool) =>
  assist(from, { prepared, memory: memory.buffer, desk })
const total = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0)
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
async function running(memory: FitMemory): Promise<void> {
  while (memory.iterations(0) === 0) await pause(1)
}

describe('helpers of a restart', () => {
  it('sum segments and do not change a bit, come and go as they may', async () => {
    const expected = await lead(null)
    expect(expected).toMatchObject({ status: 'iteration-limit', iterations: ITERATIONS })
    for (let summed = 0; summed === 0;) {
      const desk = deskOf()
      const leading = lead(desk)
      const helping: Promise<number>[] = []
      while (!desk.closed()) {
        if (desk.helpers() < 3) helping.push(help(desk))
        await pause(5 + 7 * (helping.length % 7))
        desk.dismiss()
      }
      expect(await leading).toEqual(expected)
      summed = total(await Promise.all(helping))
      expect(desk.helpers()).toBe(0)
    }
  })

  it('may die while one holds a segment: the restart goes on alone, to the same bits', async () => {
    const expected = await lead(null)
    for (let reached = ITERATIONS; reached === ITERATIONS;) {
      const desk = deskOf()
      const memory = createFitMemory(1, ITERATIONS)
      const lost = help(desk, memory, dying)
      const other = help(desk, memory)
      const leading = lead(desk, memory)
      await lost
      reached = memory.iterations(0)
      expect(await leading).toEqual(expected)
      await other
    }
  })

  it('return when the restart is stopped, which keeps what it has', async () => {
    const desk = deskOf()
    const memory = createFitMemory(1, 100_000)
    const helping = [help(desk, memory), help(desk, memory)]
    const leading = lead(desk, memory, { ...request, maxIterations: 100_000 })
    await running(memory)
    memory.stop()
    expect((await leading).status).toBe('stopped')
    await Promise.all(helping)
  })

  it('return when the restart collapses', async () => {
    const doomed = { ...request, seed: 5, regularisation: { kind: 'relative' as const, value: 0 } }
    const expected = await lead(null, undefined, doomed)
    expect(expected.status).toBe('collapsed')
    expect(expected.iterations).toBeGreaterThan(1)
    const desk = deskOf()
    const helping = [help(desk), help(desk)]
    expect(await lead(desk, undefined, doomed)).toEqual(expected)
    await Promise.all(helping)
  })

  it('return when the thread of the restart was ended and its desk is closed', async () => {
    const desk = deskOf()
    const memory = createFitMemory(1, 100_000)
    const helping = help(desk, memory)
    const kill = new AbortController()
    const leading = pool.run(
      'run-restart',
      {
        prepared,
        request: { ...request, maxIterations: 100_000 },
        memory: memory.buffer,
        slot: 0,
        desk: desk.buffer,
      },
      { signal: kill.signal },
    )
    await running(memory)
    kill.abort()
    await expect(leading).rejects.toMatchObject({ code: 'cancelled' })
    desk.close()
    await helping
  })

  it('of two restarts at once keep to their own desks', async () => {
    const other = { ...request, seed: 4 }
    const expected = [await lead(null), await lead(null, undefined, other)]
    for (let least = 0; least === 0;) {
      const desks = [deskOf(), deskOf()]
      const helping = desks.map((desk) => help(desk))
      expect(await Promise.all([lead(desks[0]), lead(desks[1], undefined, other)])).toEqual(expected)
      least = Math.min(...(await Promise.all(helping)))
    }
  })
})
