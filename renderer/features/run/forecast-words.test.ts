import { afterEach, expect, it } from 'vitest'
import { writeNumbersIn } from '../../../contract/words/numerals.ts'
import { headText, isCalm, timeText } from './forecast-words.ts'

it.each([
  [{ low: 0.01, high: 0.4 }, 'under 1 s'],
  [{ low: 0.4, high: 3.2 }, 'about 1–3 s'],
  [{ low: 11, high: 42 }, 'about 10–40 s'],
  [{ low: 25, high: 118 }, 'about 25 s to 2 min'],
  [{ low: 200, high: 9000 }, 'about 3 min to 2 h 30 min'],
])('%j is told as %s', (seconds, text) => {
  expect(timeText(seconds)).toBe(text)
})

afterEach(() => writeNumbersIn('en-GB'))
it('has no decimals in another language either', () => {
  writeNumbersIn('de-DE')
  expect(timeText({ low: 0.4, high: 3.2 })).toBe('about 1–3 s')
  expect(timeText({ low: 0.4, high: 110 })).toBe('about 1 s to 2 min')
})

it('says nothing of a time that nobody knows', () => {
  expect(timeText(null)).toBe('')
})

it('counts the warnings that ask for something', () => {
  const rest = { rowsUsed: 9, bytes: 1, freeBytes: 2, seconds: { low: 11, high: 42 } }
  const grave = { code: 'constant-column', message: 'x' } as const
  const calm = { code: 'scales-apart', message: 'x' } as const
  expect(headText({ ...rest, warnings: [] })).toBe('no warnings · about 10–40 s')
  expect(headText({ ...rest, warnings: [grave, calm] })).toBe('1 warning · about 10–40 s')
  expect(isCalm({ ...calm, remedies: [{ kind: 'scale', scaling: 'standardise' }] })).toBe(false)
})
