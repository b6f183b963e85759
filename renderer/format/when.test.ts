import { expect, it } from 'vitest'
import { formatWhen } from './when.ts'

const now = new Date('2026-11-28T20:00:00Z')

it.each([
  ['2026-11-28T19:59:30Z', 'just now'],
  ['2026-11-28T19:15:00Z', '45 min ago'],
  ['2026-11-28T15:30:00Z', '4 h ago'],
  ['2026-11-27T15:30:00Z', 'yesterday'],
  ['2026-11-24T15:30:00Z', '4 days ago'],
  ['no date', 'at an unknown time'],
])('%s was %s', (moment, words) => {
  expect(formatWhen(moment, now)).toBe(words)
})

it('names the day where it is long ago', () => {
  expect(formatWhen('2026-03-02T12:00:00Z', now)).toMatch(/2026/)
})
