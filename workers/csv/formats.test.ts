import { afterAll, describe, expect, test } from 'vitest'
import type { DialectChoice } from '../../contract/schemas.ts'
import { createWorkControl } from '../control.ts'
import { createScratchFolder } from '../fixtures/scratch-folder.ts'
import { importCsv } from './import.ts'

const scratch = createScratchFolder()
afterAll(() => scratch.remove())

const read = (content: string | Uint8Array, dialect: DialectChoice = {}) =>
  importCsv({ path: scratch.write(content), dialect, control: createWorkControl().buffer }, 64)
const codes = ({ warnings }: ReturnType<typeof read>) => warnings.map(({ code }) => code)
const utf16 = (text: string) => Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(text, 'utf16le')])
const columnOf = (cells: string[], others: string[] = []) =>
  ['a;b', ...cells.map((cell, i) => `${cell};${others[i] ?? i * i}`), ''].join('\n')

describe('the three files that other programs read wrong', () => {
  test('decimal commas between semicolons', () => {
    const file = read('a;b\n0,435;1,5\n12,25;-0,125\n1,234;2,5\n')
    expect(file.values.map((column) => Array.from(column!))).toEqual([
      [0.435, 12.25, 1.234],
      [1.5, -0.125, 2.5],
    ])
    expect(file.dialect).toMatchObject({ delimiter: ';', decimal: ',', thousands: '' })
    expect(file.warnings).toEqual([])
  })

  test('points between thousands and decimal commas in quotes between commas', () => {
    const file = read('a,b\n"1.234,5","0,5"\n"12.345.678,25","7"\n"1.000","1,25"\n')
    expect(file.values.map((column) => Array.from(column!))).toEqual([
      [1234.5, 12345678.25, 1000],
      [0.5, 7, 1.25],
    ])
    expect(file.dialect).toMatchObject({ delimiter: ',', decimal: ',', thousands: '.' })
    expect(file.columns[0].format).toEqual({ decimal: ',', thousands: '.', unit: '' })
    expect(file.warnings).toEqual([])
  })

  test('UTF-16 between tabs', () => {
    const file = read(utf16('a\tb\r\n0,435\t1\u202f234,5\r\n-1,5\t7\r\n'))
    expect(file.values.map((column) => Array.from(column!))).toEqual([
      [0.435, -1.5],
      [1234.5, 7],
    ])
    expect(file.dialect).toMatchObject({
      encoding: 'utf-16le',
      delimiter: '\t',
      decimal: ',',
      thousands: ' ',
    })
    expect(file.warnings).toEqual([])
  })
})

test('one cell at the end of a long file settles how all of its column are read', () => {
  const cells = Array.from({ length: 400 }, (_, i) => `${(i % 9) + 1},${100 + i}`)
  expect(read(columnOf([...cells, '1,234,567'])).values[0]![0]).toBe(1100)
  expect(read(columnOf([...cells, '0,5'])).values[0]![0]).toBe(1.1)
})

test('columns of one file have formats of their own', () => {
  const file = read('a;b;c\n1,5;1.5;1 234\n2,25;-2.25;12\n3;3;1 000 000\n')
  expect(file.columns.map(({ format }) => `${format!.decimal}${format!.thousands}`)).toEqual([',', '.', '. '])
  expect(file.values.map((column) => column![1])).toEqual([2.25, -2.25, 12])
  expect(codes(file)).toEqual([])
})

test('cells that contradict the rest of their column are rejected, with the first of them', () => {
  const file = read(columnOf([...Array.from({ length: 30 }, (_, i) => `${i},5`), '1.5', '2.75']))
  expect(file.columns[0]).toMatchObject({
    type: 'numeric',
    rejected: 2,
    rejectedBy: { 'other-format': 2 },
    rejects: [
      { row: 30, line: 32, text: '1.5', reason: 'other-format' },
      { row: 31, line: 33, text: '2.75' },
    ],
  })
  expect(Array.from(file.values[0]!.slice(29))).toEqual([29.5, Number.NaN, Number.NaN])
  expect(file.warnings).toMatchObject([
    { code: 'rejected-cells', count: 2 },
    { code: 'mixed-formats', line: 32, column: 'a', count: 2 },
  ])
})

test('a column that is written in two ways alike is text, and says so', () => {
  const file = read(columnOf(['1,5', '1.5', '2,5', '2.5']))
  expect(file.columns[0]).toMatchObject({ type: 'text', rejected: 0, rejects: [], use: false })
  expect(file.columns[0].reason).toMatch(/two ways/)
  expect(codes(file)).toEqual(['mixed-formats'])
})

describe('what the person chose', () => {
  const text = columnOf(['1,234', '5,678'])

  test('goes for the whole file', () => {
    expect(read(text).columns[0]).toMatchObject({ min: 1.234, ambiguous: true })
    expect(read(text, { decimal: '.' }).columns[0]).toMatchObject({ min: 1234, ambiguous: false })
    expect(read(text, { thousands: ',' }).columns[0]).toMatchObject({ min: 1234, ambiguous: false })
    expect(read(text, { decimal: ',', thousands: '' }).columns[0]).toMatchObject({
      min: 1.234,
      ambiguous: false,
    })
  })

  test('goes for one column before that', () => {
    const columns = [{ index: 0, decimal: '.' as const, thousands: ',' as const }]
    const file = read('a;b\n1,234;1,234\n5,678;5,678\n', { decimal: ',', columns })
    expect(file.columns.map(({ min }) => min)).toEqual([1234, 1.234])
  })
})

test('units are left out and named once, and units that differ are told', () => {
  expect(read('a;b\n12 %;1\n7,5 %;3\n').warnings).toMatchObject([
    { code: 'units', column: 'a', line: 2, count: 2 },
  ])
  expect(codes(read('a;b\n12 %;1\n0,12;3\n'))).toEqual(['mixed-units'])
  expect(codes(read('a;b\n12 €;1\n7 $;3\n'))).toEqual(['mixed-units'])
  const bare = read('a;b\n12 €;1\n7;3\n')
  expect(codes(bare)).toEqual(['units'])
  expect(bare.columns[0].format!.unit).toBe('€')
})

test('dates, truth values and codes are named, and whole numbers that are rounded are counted', () => {
  const file = read(
    'd;t;zip;n\n1.2.2024;yes;01067;9007199254740993\n2.2.2024;no;80331;5\n5.2.2024;yes;10115;7\n',
  )
  expect(file.columns.map(({ type }) => type)).toEqual(['date', 'boolean', 'identifier', 'numeric'])
  expect(file.warnings).toMatchObject([
    { code: 'inexact-integers', column: 'n', count: 1 },
    { code: 'dates', column: 'd' },
    { code: 'booleans', column: 't' },
    { code: 'leading-zeros', column: 'zip' },
  ])
})

test('columns of hexadecimal, infinite or too large numbers are text that says why', () => {
  const file = read('h;i;l;n\n0x1F;inf;1e400;1\n0xFF;-inf;2e500;2\n0x0A;Infinity;9e999;3\n')
  expect(file.columns.map(({ type }) => type)).toEqual(['text', 'text', 'text', 'numeric'])
  expect(codes(file).sort()).toEqual(['hexadecimal', 'infinite', 'too-large'])
})

test('texts that mean “missing” are as chosen, numbers too', () => {
  const file = read('a,b\n-999,1\n5,-999\nNA,3\n7,4\n8,5\n9,6\n1,7\n2,8\n3,9\n4,10\n6,11\n', {
    missing: ['-999'],
  })
  expect(file.columns.map(({ missing, rejected }) => [missing, rejected])).toEqual([
    [1, 1],
    [1, 0],
  ])
  expect(file.values[0]![0]).toBeNaN()
})
