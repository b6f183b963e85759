import { describe, expect, test } from 'vitest'
import { hasLeadingZero, parseNumber } from './number.ts'

describe('with a decimal point', () => {
  test.each([
    ['1', 1],
    [' 5 ', 5],
    ['+3', 3],
    ['-0', -0],
    ['.5', 0.5],
    ['5.', 5],
    ['-1.25e-3', -0.00125],
    ['1E5', 100000],
    ['007', 7],
    ['9007199254740993', 9007199254740992],
    ['0.1', 0.1],
    ['5e-324', 5e-324],
    ['1e-400', 0],
  ])('%j is %d', (cell, value) => expect(parseNumber(cell, '.')).toBe(value))

  test.each([
    '',
    ' ',
    '.',
    '-',
    'e5',
    '0x10',
    ' 0x10',
    '-0x10',
    '0b1',
    '0o7',
    'Infinity',
    '-Infinity',
    'NaN',
    '1e400',
    '-1e400',
    '1,5',
    '1_000',
    '1 000',
    '12a',
    '1.2.3',
    '1e',
    '--1',
    '1n',
  ])('%j is not a number', (cell) => expect(parseNumber(cell, '.')).toBeNaN())
})

describe('with a decimal comma', () => {
  test.each([
    ['1,5', 1.5],
    ['-,25', -0.25],
    ['1,5e3', 1500],
    ['12', 12],
  ])('%j is %d', (cell, value) => expect(parseNumber(cell, ',')).toBe(value))

  test.each(['1.5', '1,2,3', ',', '1.234,5'])('%j is not a number', (cell) =>
    expect(parseNumber(cell, ',')).toBeNaN(),
  )
})

test('leading zeros make a code, a zero before the decimal mark does not', () => {
  expect(['007', '00', '0123 '].every(hasLeadingZero)).toBe(true)
  expect(['0', '0.5', '0e1', '100', '-01'].some(hasLeadingZero)).toBe(false)
})
