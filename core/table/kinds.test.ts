import { expect, test } from 'vitest'
import { isBoolean, isDate } from './kinds.ts'

test('written truth values are known in any case, digits are not taken for them', () => {
  expect(['true', 'FALSE', 'Yes', 'no', 'T', 'n'].every(isBoolean)).toBe(true)
  expect(['1', '0', 'maybe', ''].some(isBoolean)).toBe(false)
})

test.each([
  '2024-02-29',
  '2024-02-29T10:30',
  '2024-02-29 10:30:15.25+01:00',
  '2024-12-31T00:00:00Z',
  '2024/2/9',
  '29.02.2024',
  '9.2.24',
  '29/02/2024',
  '02/29/2024',
  '2/29/24 5:30 PM',
  '31-12-2024 23:59',
])('%j is a date', (cell) => expect(isDate(cell)).toBe(true))

test.each([
  '2024-13-01',
  '2024-00-10',
  '2024-01-32',
  '13.13.2024',
  '0.1.2024',
  '1.2.345',
  '20240229',
  '2024-02',
  '1.5',
  '2024-02-29 soon',
  '10:30',
])('%j is none', (cell) => expect(isDate(cell)).toBe(false))
