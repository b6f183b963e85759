import { afterEach, describe, expect, it } from 'vitest'
import { collapseReason } from '../../core/mixture/collapse.ts'
import { iterationLimitFlag } from '../../core/mixture/flags.ts'
import { foreignText, kindOfBytes } from '../../core/table/bytes.ts'
import { FOREIGN_FORMATS } from '../../workers/csv/foreign-formats.ts'
import { german } from '../languages/german.ts'
import { hear } from './hear.ts'
import { writeNumbersIn } from './numerals.ts'
import { speak } from './say.ts'

afterEach(() => {
  speak('en', {})
  writeNumbersIn('en-GB')
})

const collapses = (['empty', 'singular', 'flat'] as const).flatMap((cause) =>
  [0, 12].map((iteration) => collapseReason(cause, 3, iteration)),
)

describe('a sentence of the arithmetic', () => {
  it.each([
    ...collapses,
    iterationLimitFlag(1).message,
    iterationLimitFlag(2000).message,
    'text: only 3 of 10 cells are numbers; the first that is not is on line 4',
    `Going on it collapsed (${collapses[0]}), so it stays as it was.`,
    'Going on by 1 iteration it gained nothing, so it stays as it was.',
    'Going on by 3 iterations it gained nothing, so it stays as it was.',
    'used as log(income)',
  ])('is as it was in English, and has another wording in German: %s', (text) => {
    expect(hear(text)).toBe(text)
    speak('de', german)
    expect(hear(text)).not.toBe(text)
    expect(hear(text)).not.toMatch(/\b(the|of|at|it|as|in the)\b/)
  })

  it('keeps what stands in it', () => {
    speak('de', german)
    expect(hear('used as log(income)')).toContain('log(income)')
    expect(hear(collapseReason('flat', 3, 12))).toMatch(/3.*12/)
  })

  it('has the decimal mark of the language in a number of rows, and leaves names alone', () => {
    const few = 'Component 2 holds only about 7.0 of 150 rows.'
    expect(hear(few)).toBe(few)
    speak('de', german)
    writeNumbersIn('de-DE')
    expect(hear(few)).toContain('7,0')
    expect(hear('used as 7.0')).toContain('7.0')
  })

  it('that nobody knows is left as it is', () => {
    speak('de', german)
    expect(hear('the ship sails')).toBe('the ship sails')
  })
})

it('every format of foreign files has a name', () => {
  const known = FOREIGN_FORMATS.map(({ english }) => english)
  const named = ['%PDF-1', 'PK\u0003\u0004 xl/', 'PK\u0003\u0004', 'SQLite format 3\0'].map(
    (text) => (kindOfBytes(Uint8Array.from(text, (c) => c.charCodeAt(0))) as { what: string }).what,
  )
  for (const what of [...named, foreignText('<html>'), foreignText('{"a": [1, 2]}')])
    expect(known).toContain(what)
})
