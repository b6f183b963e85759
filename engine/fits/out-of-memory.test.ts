import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())
afterEach(() => vi.unstubAllGlobals())

/** Blocks of more bytes cannot be had, as where the memory of the computer is at its end. */
function allowBytes(most: number): void {
  const Whole = SharedArrayBuffer
  class Short extends Whole {
    constructor(bytes: number) {
      if (bytes > most) throw new RangeError('Array buffer allocation failed')
      super(bytes)
    }
  }
  vi.stubGlobal('SharedArrayBuffer', Short)
}

test('a fit that the memory does not hold ends with a sentence, and all else lives', async () => {
  const { dataset } = await bench.openSample('old-faithful')
  const settings = settingsOf({ restarts: 4, maxIterations: 30 })
  const before = await bench.engine.fit({ dataset, settings })
  allowBytes(1024)
  await expect(bench.engine.fit({ dataset, settings })).rejects.toMatchObject({
    code: 'too-large',
    message: 'This computer ran out of memory for it.',
    remedy: 'Close other programs, or take fewer rows or columns.',
  })
  vi.unstubAllGlobals()
  const { labels } = await bench.engine.labels({
    fit: before.fit,
    restart: before.restarts[0].id,
    limit: 300,
  })
  expect(labels).toHaveLength(272)
  const again = await bench.engine.fit({ dataset, settings })
  expect(again.solutions).toEqual(before.solutions)
})
