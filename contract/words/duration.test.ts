import { expect, it } from 'vitest'
import { formatDuration } from './duration.ts'

it.each([
  [0.0042, '4 ms'],
  [0.42, '0.4 s'],
  [12.3, '12 s'],
  [185, '3 min 5 s'],
  [4799, '1 h 20 min'],
])('%d seconds read as %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text)
})
