import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tallied } from './fixtures/tallied.ts'
import { writeNumber, writtenNumbers } from './fixtures/written-number.ts'
import { missingTexts } from './missing.ts'
import { decideFormats } from './number-format.ts'
import { readings } from './reading.ts'
import { shapeOf } from './shape.ts'
import { REJECTS_KEPT } from './tally.ts'

test('cells are counted by what they are, and the first strangers are kept with their rows and lines', () => {
  expect(tallied(['1', '', 'NA', 'many', '2', 'many', 'few']).counts()).toMatchObject({
    rows: 7,
    numbers: 2,
    missing: 2,
    others: 3,
    othersBy: { text: 3 },
    rejects: [
      { row: 3, line: 5, text: 'many', reason: 'text' },
      { row: 5, line: 7, text: 'many' },
      { row: 6, line: 8, text: 'few' },
    ],
    distinctOthers: 2,
  })
})

test('each reason has its count and its first cell, also behind the cells that are kept', () => {
  const cells = [
    ...Array.from({ length: 30 }, (_, i) => `w${i}`),
    '1e400',
    '-inf',
    '0x1F',
    '2024-01-31',
    'yes',
  ]
  const { rejects, othersBy, firstBy } = tallied(cells).counts()
  expect(rejects).toHaveLength(REJECTS_KEPT)
  expect(othersBy).toEqual({ text: 30, 'too-large': 1, infinite: 1, hexadecimal: 1, date: 1, boolean: 1 })
  expect(firstBy['too-large']).toEqual({ row: 30, line: 32, text: '1e400', reason: 'too-large' })
  expect(firstBy.text).toMatchObject({ row: 0, text: 'w0' })
})

test('values are NaN where a cell is not a number, also before the first number', () => {
  const { NaN: none } = Number
  expect(Array.from(tallied(['', 'x', '1', '', '2']).values())).toEqual([none, none, 1, none, 2])
  expect(Array.from(tallied(['a', 'b']).values())).toEqual([none, none])
})

test('while the format is open a cell counts that is a number in any way, with its only reading', () => {
  const cells = ['1.5', '1.234,5', '1,234,567', '1,234', '12 %', ' 7 ', '1 234']
  expect(Array.from(tallied(cells).values())).toEqual([1.5, 1234.5, 1234567, 1234, 12, 7, 1234])
  expect(tallied(['1,234', '1.234'], { decimal: ',' }).values()).toEqual(Float64Array.of(1.234, 1234))
})

test('in a decided format a number in another one is rejected', () => {
  const column = tallied(['1,5', '1.234,5', '1.5', '1 234', '1.234', '1e999'], {
    decimal: ',',
    thousands: '.',
  })
  expect(column.counts()).toMatchObject({ numbers: 3, othersBy: { 'other-format': 2, 'too-large': 1 } })
  expect(column.values().slice(0, 2)).toEqual(Float64Array.of(1.5, 1234.5))
})

test('units are counted, with the line of the first', () => {
  const { units, unitLine } = tallied(['5', '5 %', '€ 6', '7%']).counts()
  expect([...units]).toEqual([
    ['%', 2],
    ['€', 1],
  ])
  expect(unitLine).toBe(3)
})

test('whole numbers that no double holds are counted', () => {
  const cells = ['9007199254740993', '9007199254740992', '9,007,199,254,740,993', '1e300']
  expect(tallied(cells).counts()).toMatchObject({ numbers: 4, inexact: 2 })
})

test.each([
  [['007', '12'], 1, false],
  [['007', '012'], 2, true],
  [['007', '112', '345'], 1, true],
  [['007', '112', '34'], 1, false],
  [['007', '1.5'], 1, false],
  [['112', '007', '3 €'], 1, false],
  [['007', '', 'x', '123'], 1, true],
  [['-07', '-12'], 0, false],
])('of %j %d have leading zeros; all of one width: %j', (cells, leadingZeros, fixedWidth) => {
  expect(tallied(cells).counts()).toMatchObject({ leadingZeros, fixedWidth })
})

describe('texts that mean “missing”', () => {
  test('are as the person lists them', () => {
    const column = tallied(['-999', '-', 'N.D.', '', 'NA', '5'], { missing: missingTexts(['-999', 'n.d.']) })
    expect(column.counts()).toMatchObject({ missing: 3, numbers: 1, others: 2 })
    expect(column.plainDecimal).toBeNull()
  })

  test('let plain numbers be handed over as such where none of them is a number', () => {
    expect(tallied([], { decimal: ',' }).plainDecimal).toBe(',')
  })
})

test('long texts are told apart and kept whole up to 80 characters of any bytes', () => {
  const long = 'a long text that is longer than a dozen characters'
  expect(tallied([long, `${long}!`, long]).counts()).toMatchObject({
    distinctOthers: 2,
    rejects: [{ text: long }, { text: `${long}!` }, { text: long }],
  })
  expect(tallied(['x'.repeat(5000)]).counts().rejects[0].text).toHaveLength(320)
})

test('a column that a row brings late is missing in the rows before and after', () => {
  const column = tallied([])
  column.fill(2)
  column.add('7', 4)
  column.fill(5)
  expect(column.counts()).toMatchObject({ rows: 5, numbers: 1, missing: 4 })
  expect(column.values()).toEqual(Float64Array.of(Number.NaN, Number.NaN, 7, Number.NaN, Number.NaN))
})

test('plain cells that come as values give what the same cells give as text', () => {
  const cells = ['7', '007', '1.234', '-12.5', '9007199254740993', '', '1e5', '12345']
  const given = tallied([])
  for (const cell of cells) {
    if (cell === '') given.addEmpty()
    else given.addPlain(Number(cell), shapeOf(cell, '.'))
  }
  expect(given.counts()).toEqual(tallied(cells).counts())
  expect(given.values()).toEqual(tallied(cells).values())
})

test('a column in one format is read back, whatever is assumed at first', () => {
  const column = fc.tuple(
    fc.array(writtenNumbers, { minLength: 1, maxLength: 12 }),
    fc.constantFrom('.' as const, ',' as const),
  )
  fc.assert(
    fc.property(column, ([numbers, assumed]) => {
      const { decimal, thousands } = numbers[0].style
      const cells = numbers.map(({ value, style }) => writeNumber(value, { ...style, decimal, thousands }))
      const first = tallied(cells, { decimal: assumed }).counts()
      const [format] = decideFormats([{ ...first, choice: {} }], ',', assumed)
      const second = tallied(cells, format)
      if (format.ambiguous || (thousands !== '' && format.decimal !== decimal)) return
      expect(Array.from(second.values())).toEqual(numbers.map(({ value }) => value))
    }),
    { numRuns: 2000 },
  )
})

test('no mix of cells gives a value that no reading of the cell gives', () => {
  const cell = fc.oneof(
    writtenNumbers.map(({ value, style }) => writeNumber(value, style)),
    fc.string({ unit: fc.constantFrom(..."0123459.,' e+-%€x"), maxLength: 9 }),
    fc.constantFrom('NA', 'inf', '0x1F', '1e999', '2024-01-31', 'yes', '007', '1,234', '1.234'),
  )
  const decimal = fc.constantFrom('.' as const, ',' as const)
  const thousands = fc.constantFrom(null, '' as const, '.' as const, ',' as const, ' ' as const)
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 12 }), decimal, thousands, (cells, mark, groups) => {
      const column = tallied(cells, { decimal: mark, thousands: groups })
      const { numbers, missing, others, rows } = column.counts()
      expect(rows).toBe(cells.length)
      expect(numbers + missing + others).toBe(rows)
      column.values().forEach((value, i) => {
        const found = readings(cells[i])
        const possible = [found?.['.']?.value, found?.[',']?.value]
        if (!Number.isNaN(value)) expect(possible).toContain(value)
      })
    }),
    { numRuns: 3000 },
  )
})
