import { expect, it } from 'vitest'
import { readThreads } from './read-threads.ts'

it('no threads typed are all cores, a whole number is itself, anything else means nothing', () => {
  expect(readThreads('  ')).toBeNull()
  expect(readThreads(' 4 ')).toBe(4)
  for (const text of ['0', '-1', '1.5', '300', 'two', '1e2']) expect(readThreads(text)).toBeUndefined()
})
