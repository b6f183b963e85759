import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeNumber, writtenNumbers } from './fixtures/written-number.ts'
import { readings } from './reading.ts'
import { isInexact, SHAPE, shapeOf, shapeOfFinite, WIDEST, WIDTH_SHIFT, widthOf } from './shape.ts'

const { SEVERAL, LEADING_ZERO, MARK, GROUPABLE, INTEGER_INEXACT } = SHAPE
const width = (digits: number) => digits << WIDTH_SHIFT

test.each([
  ['7', width(1)],
  ['0', width(1)],
  ['12', SEVERAL | width(2)],
  ['-12', SEVERAL],
  ['007', SEVERAL | LEADING_ZERO | width(3)],
  ['-007', SEVERAL],
  ['00', SEVERAL | LEADING_ZERO | width(2)],
  ['1.5', SEVERAL | MARK],
  ['5.', SEVERAL | MARK],
  ['.5', SEVERAL | MARK],
  ['1.234', SEVERAL | MARK | GROUPABLE],
  ['-123.456', SEVERAL | MARK | GROUPABLE],
  ['0.234', SEVERAL | MARK],
  ['.234', SEVERAL | MARK],
  ['1234.567', SEVERAL | MARK],
  ['1.2345', SEVERAL | MARK],
  ['1.234e2', SEVERAL | MARK],
  ['1e5', SEVERAL],
  ['00e5', SEVERAL],
  ['9007199254740993', SEVERAL | INTEGER_INEXACT | width(16)],
  ['-9007199254740993', SEVERAL | INTEGER_INEXACT],
  ['9007199254740992', SEVERAL | width(16)],
])('%j has the shape %d', (cell, shape) => expect(shapeOf(cell, '.')).toBe(shape))

test.each(['', '.', '-', '+.', 'e5', '1e', '1e+', '1,5', '1.2.3', ' 1', '1 ', '5%', '--1', '0x1', 'NaN'])(
  '%j is not plain',
  (cell) => expect(shapeOf(cell, '.')).toBe(-1),
)

test('the mark is the one that is assumed', () => {
  expect(shapeOf('1,5', ',')).toBe(SEVERAL | MARK)
  expect(shapeOf('1.5', ',')).toBe(-1)
})

test('the width of very long digits stops at the widest', () => {
  expect(widthOf(shapeOf('1'.repeat(300), '.'))).toBe(WIDEST)
  expect(isInexact('1'.repeat(400))).toBe(false)
})

test('a plain number is one that can be read with its mark, groupable where it can be read with both', () => {
  fc.assert(
    fc.property(writtenNumbers, ({ value, style }) => {
      const text = writeNumber(value, style)
      const shape = shapeOf(text, style.decimal)
      if (shape < 0) return
      const found = readings(text)
      expect(found?.[style.decimal]).toMatchObject({ value, thousands: '' })
      const other = found?.[style.decimal === '.' ? ',' : '.'] ?? null
      if (shape & SHAPE.MARK) expect(other !== null).toBe((shape & SHAPE.GROUPABLE) !== 0)
      else expect(other).toEqual(found?.[style.decimal])
    }),
    { numRuns: 3000 },
  )
})

test('the quicker way to the shape of a finite number gives the same', () => {
  const cell = fc.oneof(
    writtenNumbers.map(({ value, style }) => writeNumber(value, { ...style, decimal: '.', thousands: '' })),
    fc.string({ unit: fc.constantFrom(...'0019.. e+-x'), maxLength: 9 }),
  )
  fc.assert(
    fc.property(cell, (text) => {
      if (Number.isFinite(Number(text))) expect(shapeOfFinite(text)).toBe(shapeOf(text, '.'))
    }),
    { numRuns: 5000 },
  )
})
