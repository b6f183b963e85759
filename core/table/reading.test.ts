import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupDigits, writeNumber, writtenNumbers } from './fixtures/written-number.ts'
import { readings } from './reading.ts'

const point = (cell: string) => readings(cell)?.['.']?.value
const comma = (cell: string) => readings(cell)?.[',']?.value

describe('a number is read whatever sign, mark or exponent it has', () => {
  test.each([
    ['1', 1],
    [' 5 ', 5],
    ['+3', 3],
    ['-0', -0],
    ['\u22127.5', -7.5],
    ['.5', 0.5],
    ['5.', 5],
    ['-1.25e-3', -0.00125],
    ['1E5', 100000],
    ['007', 7],
    ['9007199254740993', 9007199254740992],
    ['5e-324', 5e-324],
    ['1e-400', 0],
    ['1,234,567.5', 1234567.5],
    ['1 234 567', 1234567],
    ['1\u202f234\u00a0567', 1234567],
    ['1\u2009234', 1234],
    ["1'234.5", 1234.5],
    ['1\u2019234', 1234],
  ])('%j is %d with a decimal point', (cell, value) => expect(point(cell)).toBe(value))

  test.each([
    ['1,5', 1.5],
    ['-,25', -0.25],
    ['5,', 5],
    ['1,5e3', 1500],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['1 234,5', 1234.5],
    ['12', 12],
  ])('%j is %d with a decimal comma', (cell, value) => expect(comma(cell)).toBe(value))
})

test.each([
  '',
  ' ',
  '.',
  '-',
  'e5',
  '0x10',
  '0b1',
  'Infinity',
  'NaN',
  '1_000',
  '12a',
  '1.2.3',
  '1e',
  '--1',
  '+-1',
  '5 e-3',
  '1\n234',
  '1\t234',
  '1  234',
  '- 1',
  '1n',
  '1,2,3',
  '12,34,567',
  '1.234,567.8',
  '0 123',
  '1 23',
  '1  234 5',
  '1,234e3.5',
  '(5)',
  '5-',
  '1.234.567e3',
  '% 5 %',
  '$5 USD',
  'room 12',
])('%j is no number in any way', (cell) => expect(readings(cell)).toBeNull())

test('three digits behind a single mark can be read in two ways, anything else in one', () => {
  expect(readings('1,234')).toMatchObject({ '.': { value: 1234, thousands: ',' }, ',': { value: 1.234 } })
  expect(readings('1.234')).toMatchObject({ '.': { value: 1.234 }, ',': { value: 1234, thousands: '.' } })
  for (const cell of ['0,435', '1234,567', '1,2345', '1,234e1', ',234', '012,345']) {
    expect([cell, readings(cell)?.['.']]).toEqual([cell, null])
  }
  for (const cell of ['1,234,567', '1,234.', '1,234.5']) {
    expect([cell, readings(cell)?.[',']]).toEqual([cell, null])
  }
})

test.each([
  ['12 %', '%', 12],
  ['%12', '%', 12],
  ['$1,234.50', '$', 1234.5],
  ['-$5', '$', -5],
  ['$-5', '$', -5],
  ['$ 5', '$', 5],
  ['US$ 5', 'US$', 5],
  ['5 €', '€', 5],
  ['CHF 12.50', 'CHF', 12.5],
  ['12.5eur', 'EUR', 12.5],
  ['1e3 EUR', 'EUR', 1000],
  ['100 kr.', 'kr.', 100],
  ['100 kr', 'kr', 100],
  ['3.50 zł', 'zł', 3.5],
  ['£7', '£', 7],
])('%j carries the unit %s and is %d', (cell, unit, value) => {
  expect(readings(cell)).toMatchObject({ unit, '.': { value } })
})

test('bytes of UTF-8 and of Windows-1252 are read as the marks they stand for', () => {
  expect(readings('\u00e2\u0082\u00ac 5')).toMatchObject({ unit: '€', '.': { value: 5 } })
  expect(readings('\u0080 5')).toMatchObject({ unit: '€' })
  expect(readings('1\u00c2\u00a0234')).toMatchObject({ '.': { value: 1234, thousands: ' ' } })
  expect(readings('\u00e2\u0088\u00925,5')).toMatchObject({ ',': { value: -5.5 } })
})

test('what no double can hold is infinite, and whole numbers that a double rounds are told', () => {
  expect(point('1e400')).toBe(Infinity)
  expect(point('-1e400')).toBe(-Infinity)
  expect(readings('9,007,199,254,740,993')?.['.']).toEqual({ value: 2 ** 53, thousands: ',', inexact: true })
  expect(readings('9,007,199,254,740,992')?.['.']).toMatchObject({ inexact: false })
  expect(readings('9007199254740993.5')?.['.']).toMatchObject({ inexact: false })
})

test('any double written in any format reads back as the same double', () => {
  fc.assert(
    fc.property(writtenNumbers, ({ value, style }) => {
      const found = readings(writeNumber(value, style))
      expect(found?.[style.decimal]?.value).toBe(value)
      expect(found?.unit).toBe(style.unit)
    }),
    { numRuns: 5000 },
  )
})

test('digits alone and their groups are the same number', () => {
  fc.assert(
    fc.property(fc.nat(), fc.constantFrom(',', ' ', "'"), (value, mark) => {
      expect(point(groupDigits(String(value), mark))).toBe(value)
    }),
  )
})
