import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeName, uniqueNames } from './names.ts'

test('present and different names stay as they are, without blanks around them', () => {
  expect(uniqueNames(['a', ' b ', 'ç'])).toEqual(['a', 'b', 'ç'])
})

test('a suffix never takes a name that stands elsewhere', () => {
  expect(uniqueNames(['x', 'x', 'x_2', '', 'column_4', 'x'])).toEqual([
    'x',
    'x_3',
    'x_2',
    'column_5',
    'column_4',
    'x_4',
  ])
})

test('names are always present and different', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('', ' ', 'a', 'a_2', 'a_3', 'column_1', 'column_2')),
      (originals) => {
        const names = uniqueNames(originals)
        expect(new Set(names).size).toBe(originals.length)
        expect(names).not.toContain('')
      },
    ),
  )
})

test('a name that is taken gets the first number that is free', () => {
  expect(freeName('row', ['a'])).toBe('row')
  expect(freeName('row', ['row', 'row_2'])).toBe('row_3')
})
