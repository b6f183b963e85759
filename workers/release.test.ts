import { expect, test } from 'vitest'
import { release } from './release.ts'

const BYTES = 1 << 25
const FITS = 24

test('a thread lets go of the shared memory of earlier tasks, though it collects little else', () => {
  const before = process.memoryUsage().rss
  for (let fit = 0; fit < FITS; fit++) {
    release(BYTES)
    new Float64Array(new SharedArrayBuffer(BYTES)).fill(1)
  }
  expect(process.memoryUsage().rss - before).toBeLessThan((FITS * BYTES) / 2)
})
