import { describe, expect, it } from 'vitest'
import { createFitMemory, fitMemory, fitMemoryBytes } from './fit-memory.ts'

describe('the shared block of a fit', () => {
  it('shows to one thread what another has stored', () => {
    const ours = createFitMemory(3, 4)
    const theirs = fitMemory(ours.buffer)
    theirs.store(1, 0, -10)
    theirs.store(1, 1, -9)
    theirs.store(2, 0, -1)
    expect([0, 1, 2].map((slot) => ours.iterations(slot))).toEqual([0, 2, 1])
    expect(ours.trace(1, 0)).toEqual(Float64Array.of(-10, -9))
    expect(ours.trace(1, 1)).toEqual(Float64Array.of(-9))
    expect(ours.trace(0, 0)).toEqual(new Float64Array(0))
  })

  it('keeps each trace inside its own slot', () => {
    const memory = createFitMemory(2, 2)
    for (let iteration = 0; iteration < 5; iteration++) memory.store(0, iteration, -1 - iteration)
    expect(memory.trace(0, 0)).toEqual(Float64Array.of(-1, -2))
    expect(memory.iterations(1)).toBe(0)
  })

  it('forgets what one slot holds and keeps the others', () => {
    const memory = createFitMemory(2, 4)
    for (const slot of [0, 1]) memory.store(slot, 0, -10)
    memory.clear(0)
    expect([0, 1].map((slot) => memory.iterations(slot))).toEqual([0, 1])
    expect(memory.trace(0, 0)).toHaveLength(0)
  })

  it('carries the wish to stop', () => {
    const ours = createFitMemory(1, 1)
    const theirs = fitMemory(ours.buffer)
    expect(theirs.stopped()).toBe(false)
    ours.stop()
    expect(theirs.stopped()).toBe(true)
  })

  it('is as large as it says', () => {
    expect(createFitMemory(3, 10).buffer.byteLength).toBe(fitMemoryBytes(3, 10))
    expect(fitMemoryBytes(3, 10)).toBe(32 + 240)
  })
})
