import { expect, test } from 'vitest'
import { EngineError } from '../../contract/errors.ts'
import { watchMemory } from './memory.ts'
import type { RowCollector } from './rows.ts'

const MB = 2 ** 20

/** A table of which so much has been read; nothing else is asked of it. */
const tableOf = (rows: number, bytes: number) =>
  ({ rows, bytes, expected: { rows: 0 } }) as Partial<RowCollector> as RowCollector

function refusal(table: RowCollector, done: number, free: number): EngineError | null {
  try {
    watchMemory('big.csv', table, () => free).see(done)
    return null
  } catch (thrown) {
    if (thrown instanceof EngineError) return thrown
    throw thrown
  }
}

test('a table that will not fit is refused early, with what it needs and what is there', () => {
  const found = refusal(tableOf(65_536, 10 * MB), 0.01, 300 * MB)
  expect(found).toMatchObject({ code: 'too-large' })
  expect(found?.message).toBe(
    'The columns of “big.csv” need about 1.1 GB of memory, and 310 MB are there: 790 MB are missing.',
  )
})

test('a table that fits is not refused, nor is one of which too little is known', () => {
  expect(refusal(tableOf(65_536, 10 * MB), 0.01, 1200 * MB)).toBeNull()
  expect(refusal(tableOf(999, 10 * MB), 0.01, 0)).toBeNull()
})

test('what the rows so far take counts as there', () => {
  expect(refusal(tableOf(1e6, 80 * MB), 1, 16 * MB)).toBeNull()
  expect(refusal(tableOf(1e6, 80 * MB), 0.5, 16 * MB)).not.toBeNull()
})

test('the rows to expect are told from those read, with some to spare', () => {
  const table = tableOf(2000, MB)
  watchMemory('a.csv', table, () => Infinity).see(0.5)
  expect(table.expected.rows).toBe(4400)
})

test('memory is asked for now and then, not with every piece', () => {
  let asked = 0
  const watch = watchMemory('a.csv', tableOf(2000, 16), () => {
    asked++
    return Infinity
  })
  for (let piece = 1; piece <= 1000; piece++) watch.see(piece / 1000)
  expect(asked).toBeLessThanOrEqual(33)
})
