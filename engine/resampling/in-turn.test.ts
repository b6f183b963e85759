import { describe, expect, it } from 'vitest'
import { inTurn } from './in-turn.ts'

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('work in turn', () => {
  it('is taken in the order of its indices, whoever ends first', async () => {
    const taken: number[] = []
    await inTurn({
      count: 6,
      atOnce: 3,
      signal: undefined,
      work: async (index) => (await pause(6 - index), index),
      take: (index) => taken.push(index) > 0,
    })
    expect(taken).toEqual([0, 1, 2, 3, 4, 5])
  })

  it('ends where it is told to, and takes nothing that comes later', async () => {
    const taken: number[] = []
    const stopped: number[] = []
    await inTurn({
      count: 100,
      atOnce: 3,
      signal: undefined,
      work: async (index, signal) => {
        await pause(index === 4 ? 20 : 1)
        if (signal.aborted) stopped.push(index)
        return signal.aborted ? null : index
      },
      take: (index) => taken.push(index) < 3,
    })
    expect(taken).toEqual([0, 1, 2])
    expect(Math.max(...stopped)).toBeLessThan(6)
  })

  it('keeps what was found when it is stopped', async () => {
    const taken: number[] = []
    const controller = new AbortController()
    await inTurn({
      count: 10,
      atOnce: 1,
      signal: controller.signal,
      work: (index, signal) => Promise.resolve(signal.aborted ? null : index),
      take(index) {
        taken.push(index)
        if (index === 3) controller.abort()
        return true
      },
    })
    expect(taken).toEqual([0, 1, 2, 3])
  })

  it('rejects with the first failure once nothing is at work any more', async () => {
    let working = 0
    const failing = inTurn({
      count: 10,
      atOnce: 2,
      signal: undefined,
      async work(index, signal) {
        working++
        await pause(index === 0 ? 1 : 10)
        working--
        if (index === 0) throw new Error('broken')
        return signal.aborted ? null : index
      },
      take: () => true,
    })
    await expect(failing).rejects.toThrow('broken')
    expect(working).toBe(0)
  })
})
