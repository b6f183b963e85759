import { expect, test } from 'vitest'
import { tallyColumn } from './tally.ts'

function tally(cells: string[], decimal = '.', certain = true) {
  const column = tallyColumn(decimal, certain)
  cells.forEach((cell, i) => column.add(cell, i + 2))
  return column
}

test('cells are counted by what they are, and the first stranger is kept with its line', () => {
  expect(tally(['1', '', 'NA', 'many', '2', 'many', 'few']).counts()).toMatchObject({
    rows: 7,
    numbers: 2,
    missing: 2,
    others: 3,
    firstOther: { line: 5, text: 'many' },
    distinctOthers: 2,
  })
})

test('values are NaN where a cell is not a number, also before the first number', () => {
  expect(Array.from(tally(['', 'x', '1', '', '2']).values())).toEqual([
    Number.NaN,
    Number.NaN,
    1,
    Number.NaN,
    2,
  ])
})

test('a column without numbers has only NaN', () => {
  expect(Array.from(tally(['a', 'b']).values())).toEqual([Number.NaN, Number.NaN])
})

test('truth values and dates are counted while all cells are such', () => {
  expect(tally(['yes', '', 'no']).counts().booleans).toBe(2)
  expect(tally(['2024-01-31', '2024-02-01']).counts().dates).toBe(2)
  expect(tally(['yes', '2024-02-01']).counts()).toMatchObject({ others: 2, booleans: 1, dates: 0 })
})

test('three digits behind every decimal mark are ambiguous, one other cell settles it', () => {
  expect(tally(['1,234', '12', '5,000'], ',', false).counts().ambiguous).toBe(true)
  expect(tally(['1,234', '5,25', '5,000'], ',', false).counts().ambiguous).toBe(false)
  expect(tally(['0,234'], ',', false).counts().ambiguous).toBe(false)
  expect(tally(['1', '2'], ',', false).counts().ambiguous).toBe(false)
  expect(tally(['1,234'], ',', true).counts().ambiguous).toBe(false)
})

test('long texts are told apart', () => {
  const long = 'a long text that is longer than a dozen characters'
  expect(tally([long, `${long}!`, long]).counts()).toMatchObject({
    distinctOthers: 2,
    firstOther: { text: long },
  })
})

test('a column that a row brings late is missing in the rows before and after', () => {
  const column = tallyColumn('.', true)
  column.fill(2)
  column.add('7', 4)
  column.fill(5)
  expect(column.counts()).toMatchObject({ rows: 5, numbers: 1, missing: 4 })
  expect(Array.from(column.values())).toEqual([Number.NaN, Number.NaN, 7, Number.NaN, Number.NaN])
})
