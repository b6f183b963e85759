import { expect, test } from 'vitest'
import { isBoolean, isDate } from './kinds.ts'

test('written truth values are known in any case, digits are not taken for them', () => {
  expect(['true', 'FALSE', 'Yes', 'no', 'T', 'n'].every(isBoolean)).toBe(true)
  expect(['1', '0', 'maybe', ''].some(isBoolean)).toBe(false)
})

test('ISO dates are known with and without a time', () => {
  expect(
    ['2024-02-29', '2024-02-29T10:30', '2024-02-29 10:30:15.25+01:00', '2024-12-31T00:00:00Z'].every(isDate),
  ).toBe(true)
  expect(['2024-13-01', '2024-00-10', '29.02.2024', '2024-2-9', '20240229'].some(isDate)).toBe(false)
})
