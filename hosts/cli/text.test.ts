import { describe, expect, it } from 'vitest'
import { duration, progressLine } from './progress-line.ts'
import { printable } from './terminal.ts'
import { plural, shortNumber, textTable } from './text-table.ts'

describe('what a terminal is shown', () => {
  it('cannot move its cursor, change its colours or turn its text round', () => {
    expect(printable('a\u001b[31mred\u0007\u202eb\tc\r\n')).toBe('a[31mredb c ')
    expect(printable('1\u061c2\u200e3\u200f4\u20665\u200b6\ufeff7')).toBe('1234567')
    expect(printable('نامه\u200cها 👩\u200d🔬')).toBe('نامه\u200cها 👩\u200d🔬')
  })

  it('has its columns aligned, numbers to the right', () => {
    expect(
      textTable(
        [
          ['name', 'n'],
          ['a', '10'],
          ['long name', '5'],
        ],
        [false, true],
      ),
    ).toBe('name        n\na          10\nlong name   5\n')
  })

  it.each([
    [0, '0'],
    [4.289664538892988, '4.28966'],
    [1234567.891, '1234570'],
    [1e-9, '1.000e-9'],
    [null, ''],
  ])('has %s as %s', (value, text) => {
    expect(shortNumber(value)).toBe(text)
  })

  it('counts one row, and thousands of them', () => {
    expect(plural(1, 'row')).toBe('1 row')
    expect(plural(1234, 'row')).toBe('1,234 rows')
    expect([1, 2].map((n) => plural(n, 'solution is', 'solutions are'))).toEqual([
      '1 solution is',
      '2 solutions are',
    ])
  })

  it('has times in the unit that suits', () => {
    expect([0.123, 5.5, 59.6, 185].map(duration)).toEqual(['0.12 s', '5.5 s', '1 min 0 s', '3 min 5 s'])
  })

  it('says how far a fit is', () => {
    const event = {
      kind: 'fit',
      stage: 'restarts',
      tried: 0,
      toTry: 20,
      fit: 'f',
      done: 3,
      total: 40,
      seconds: 1,
      secondsLeft: 12,
      changes: [],
      solutions: null,
      unseen: null,
      leader: 'VVV-2-1',
    } as const
    expect(progressLine({ ...event, changes: [] })).toBe(
      '3 of 40 restarts, 1.0 s, about 12 s left, best so far VVV-2-1',
    )
    const stage = 'refining'
    expect(progressLine({ ...event, changes: [], done: 40, stage, tried: 7 })).toBe(
      '40 of 40 restarts, refining 7 of 20, 1.0 s, about 12 s left, best so far VVV-2-1',
    )
    expect(progressLine({ ...event, changes: [], done: 0, total: 1, secondsLeft: null, leader: null })).toBe(
      '0 of 1 restart, 1.0 s',
    )
  })
})
