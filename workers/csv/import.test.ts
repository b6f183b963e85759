import { afterAll, expect, test } from 'vitest'
import type { DialectChoice } from '../../contract/schemas.ts'
import { createWorkControl } from '../control.ts'
import { createScratchFolder } from '../fixtures/scratch-folder.ts'
import { importCsv } from './import.ts'
import type { Phrase } from '../../contract/words/say.ts'

const scratch = createScratchFolder()
afterAll(() => scratch.remove())

const read = (content: string | Uint8Array, dialect: DialectChoice = {}, control = createWorkControl()) =>
  importCsv({ path: scratch.write(content), dialect, control: control.buffer }, 16)

const SAID = expect.objectContaining({ english: expect.any(String) as string }) as Phrase

test('arrays are shared, so that no thread copies them', () => {
  const { values, rowStarts, rowEnds } = read('a,b\n1,2\n3,4\n')
  for (const array of [values[0]!, values[1]!, rowStarts, rowEnds]) {
    expect(array.buffer).toBeInstanceOf(SharedArrayBuffer)
  }
})

test('missing cells are NaN and counted, and are not rejected', () => {
  const { values, columns, rejectedCells } = read('a,b\n1,2\n,NA\n3,?\n-,4\nnull,n/a\n')
  expect(Array.from(values[0]!)).toEqual([1, Number.NaN, 3, Number.NaN, Number.NaN])
  expect(columns.map(({ missing }) => missing)).toEqual([3, 3])
  expect(rejectedCells).toBe(0)
})

test('a column of numbers with a few words keeps its numbers, and tells the first word, its line and how many', () => {
  const rows = Array.from({ length: 40 }, (_, i) => (i === 7 || i === 30 ? 'broken,1' : `${i * i},1`))
  const { columns, rejectedCells, values, warnings } = read(`height,one\n${rows.join('\n')}\n`)
  expect(columns[0]).toMatchObject({ type: 'numeric', rejected: 2, missing: 0, use: true })
  expect(rejectedCells).toBe(2)
  expect(values[0]![7]).toBeNaN()
  expect(warnings).toEqual([
    {
      code: 'rejected-cells',
      message: '2 cells of “height” are not numbers and count as missing; the first is “broken” on line 9.',
      said: SAID,
      line: 9,
      column: 'height',
      count: 2,
    },
  ])
})

test('numbers that no double can hold and hexadecimals are rejected, not guessed', () => {
  const rows = Array.from({ length: 30 }, (_, i) => `${i * i},${i * 3}`)
  const { columns, warnings } = read(`a,b\n${rows.join('\n')}\n1e400,0x1F\n-Infinity,5\n`)
  expect(columns.map(({ rejected }) => rejected)).toEqual([2, 1])
  expect(columns[0]).toMatchObject({
    max: 841,
    rejectedBy: { 'too-large': 1, infinite: 1 },
    rejects: [
      { row: 30, line: 32, text: '1e400', reason: 'too-large' },
      { row: 31, line: 33, text: '-Infinity', reason: 'infinite' },
    ],
  })
  expect(warnings).toMatchObject([
    { code: 'rejected-cells', column: 'a', count: 2 },
    { code: 'rejected-cells', column: 'b', count: 1 },
    { code: 'too-large', column: 'a', line: 32, count: 1 },
    { code: 'infinite', column: 'a', line: 33, count: 1 },
    { code: 'hexadecimal', column: 'b', line: 32, count: 1 },
  ])
})

test('short rows are filled with missing cells and recorded', () => {
  const { shortRows, values, warnings } = read('a,b,c\n1,2,3\n4,5\n6\n7,8,9\n')
  expect(shortRows).toEqual({ rows: Uint32Array.of(1, 2), cells: Uint32Array.of(2, 1) })
  expect(shortRows.rows.buffer).toBeInstanceOf(SharedArrayBuffer)
  expect(Array.from(values[2]!)).toEqual([3, Number.NaN, Number.NaN, 9])
  expect(warnings).toMatchObject([{ code: 'short-rows', count: 2, line: 3 }])
})

test('cells beyond the header are columns of their own, unticked and without names, wherever they come', () => {
  const { columns, values, warnings, shortRows, headerLacks } = read(
    'a,column_3\n1,2\n3,4,5\n6,7,8,9\n1,0,4,2\n4,4\n',
  )
  expect(columns.map(({ name, original, use }) => [name, original, use])).toEqual([
    ['a', 'a', true],
    ['column_3', 'column_3', true],
    ['column_4', '', false],
    ['column_5', '', false],
  ])
  expect(Array.from(values[1]!)).toEqual([2, 4, 7, 0, 4])
  expect(Array.from(values[2]!)).toEqual([Number.NaN, 5, 8, 4, Number.NaN])
  expect(Array.from(values[3]!)).toEqual([Number.NaN, Number.NaN, 9, 2, Number.NaN])
  expect(columns[3].reason).toMatch(/beyond the last name/)
  expect(Array.from(shortRows.rows)).toEqual([0, 1, 4])
  expect(headerLacks).toBe(2)
  expect(warnings).toMatchObject([{ code: 'long-rows', line: 3, count: 3 }])
  expect(warnings[0].message).toMatch(/columns of their own/)
})

test('delimiters at the ends of the rows make a column of missing cells and move no name', () => {
  const { columns, warnings, headerLacks } = read('a,b\n1.5,2,\n3,4,\n5,6,\n')
  expect(columns).toMatchObject([
    { name: 'a', mean: 9.5 / 3, use: true },
    { name: 'b', mean: 4, use: true },
    { original: '', missing: 3, use: false },
  ])
  expect(headerLacks).toBe(1)
  expect(warnings).toMatchObject([{ code: 'trailing-delimiters' }])
  expect(read('a,b,\n1.5,2,\n3,4,\n').warnings).toMatchObject([{ code: 'trailing-delimiters' }])
  const some = read('a,b\n1.5,2,\n3,4\n5,6,\n').warnings
  expect(some).toMatchObject([{ code: 'long-rows', line: 2, count: 2 }])
  expect(some[0].message).toMatch(/all empty/)
})

test.each([
  ['"a","b"\n"1",1.5,2\n"2",3,4\n"7",5,7\n', 'row'],
  ['"a" "row"\n"x y" 1.5 2.5\n"z" 3 4\n"7" 5 7\n', 'row_2'],
])('the header of R, without a name for the row names, names the columns behind them: %j', (text, first) => {
  const { columns, values, warnings, headerLacks } = read(text)
  expect(columns.map(({ name, use }) => [name, use])).toEqual([
    [first, false],
    ['a', true],
    [first === 'row' ? 'b' : 'row', true],
  ])
  expect(Array.from(values[1]!)).toEqual([1.5, 3, 5])
  expect(headerLacks).toBe(0)
  expect(warnings).toMatchObject([{ code: 'row-names', column: first }])
})

test('columns without a name or with the same name get names of their own, and keep what was written', () => {
  const { columns, warnings } = read('x,,x,x_2\n1,2,3,4\n5,6,7,8\n')
  expect(columns.map(({ name }) => name)).toEqual(['x', 'column_2', 'x_3', 'x_2'])
  expect(columns.map(({ original }) => original)).toEqual(['x', '', 'x', 'x_2'])
  expect(warnings).toMatchObject([
    { code: 'empty-names', column: 'column_2', count: 1 },
    { code: 'renamed-column', column: 'x_3' },
  ])
})

test('what the person chose is kept against what would be sniffed', () => {
  const { dialect, values } = read('1;2\n3;4\n', { header: true, delimiter: ';', decimal: ',' })
  expect(dialect).toMatchObject({ header: true, delimiter: ';', decimal: ',' })
  expect(Array.from(values[0]!)).toEqual([3])
})

test('a chosen delimiter that is not in the file leaves one column', () => {
  const { columns, dialect } = read('a\n1\n2\n', { delimiter: '|' })
  expect(dialect.delimiter).toBe('|')
  expect(columns).toHaveLength(1)
})

test('bytes that are not UTF-8 far down the file make it Windows-1252', () => {
  const rows = Array.from({ length: 50 }, (_, i) => `${i * i},word`).join('\n')
  const { dialect, columns } = read(Buffer.from(`n,gr\u00f6sse\n${rows}\n7,caf\u00e9\n`, 'latin1'))
  expect(dialect.encoding).toBe('windows-1252')
  expect(columns[1].name).toBe('grösse')
})

test('a file said to be UTF-8 that is not is read and told', () => {
  const { warnings } = read(Buffer.from('a,b\n1,caf\u00e9\n', 'latin1'), { encoding: 'utf-8' })
  expect(warnings).toMatchObject([{ code: 'encoding' }])
})

test('UTF-16 without a byte order mark is recognised', () => {
  const { dialect, values, rowStarts } = read(Buffer.from('height,width\n1.5,2\n2.5,3\n', 'utf16le'))
  expect(dialect.encoding).toBe('utf-16le')
  expect(Array.from(values[0]!)).toEqual([1.5, 2.5])
  expect(Array.from(rowStarts)).toEqual([26, 38])
})

test('numbers that could be grouped thousands are marked, and not where the person has said the mark', () => {
  const text = 'a;b\n1,234;1\n2,500;2\n'
  expect(read(text).columns[0]).toMatchObject({ mean: 1.867, ambiguous: true })
  expect(read(text).warnings).toMatchObject([{ code: 'ambiguous-decimal', column: 'a' }])
  expect(read(text, { decimal: ',' }).columns[0].ambiguous).toBe(false)
})

test.each([
  ['1,25\n2,75\n', /as 2 columns/],
  ['1,05\n2,75\n', /as one/],
])('lines of %j can be one number or several, and the import says so', (text, message) => {
  expect(read(text).warnings).toEqual([
    { code: 'ambiguous-delimiter', message: expect.stringMatching(message) as string, said: SAID },
  ])
})

test('progress reaches the end and tells the rows', () => {
  const control = createWorkControl()
  read('a,b\n1,2\n3,4\n', {}, control)
  expect(control.reading()).toEqual({ fraction: 1, rows: 2 })
})

test('a table without names is read from its first row', () => {
  const { dialect, rows, headerEnd, columns } = read('1.5,2\n3,4\n5,6\n')
  expect(dialect.header).toBe(false)
  expect(rows).toBe(3)
  expect(headerEnd).toBeNull()
  expect(columns.map(({ name, original }) => [name, original])).toEqual([
    ['column_1', ''],
    ['column_2', ''],
  ])
})

test('one column of decimal commas stays one column', () => {
  const { columns, values, dialect } = read('size\n1,5\n2,25\n3,125\n')
  expect(columns).toHaveLength(1)
  expect(dialect.decimal).toBe(',')
  expect(Array.from(values[0]!)).toEqual([1.5, 2.25, 3.125])
})

test('whole numbers are measurements where no column has a name, and an identifier only in the first under a header', () => {
  const rows = Array.from({ length: 30 }, (_, i) => `${(i * 7) % 31},${(i * 11) % 37}`).join('\n')
  expect(read(`${rows}\n`).columns.map(({ use }) => use)).toEqual([true, true])
  expect(read(`,\n${rows}\n`, { header: true }).columns.map(({ use }) => use)).toEqual([false, true])
})

test('quotes that are not doubled are told with their first line and how many there are', () => {
  const { warnings } = read('a,b\n1,x\n2,"5" pipe"\n3,"6" pipe"\n')
  expect(warnings).toMatchObject([{ code: 'malformed-quotes', line: 3, count: 2 }])
})

test('columns aligned with blanks are read under their names', () => {
  const { columns, values, warnings, dialect } = read('  x    y\n1.5   10\n 22    3\n')
  expect(dialect.delimiter).toBe(' ')
  expect(columns.map(({ name }) => name)).toEqual(['x', 'y'])
  expect(values.map((column) => Array.from(column!))).toEqual([
    [1.5, 22],
    [10, 3],
  ])
  expect(warnings).toEqual([])
})

test('a title above the header is skipped and told, and a line with the delimiter is skipped', () => {
  const text = 'sep=;\r\nOld Faithful since 1985\r\n\r\na;b\r\n1,5;2\r\n3;4\r\n'
  const { columns, warnings, headerEnd, rowStarts, dialect } = read(text)
  expect(dialect).toMatchObject({ delimiter: ';', decimal: ',', header: true })
  expect(columns.map(({ name, mean }) => [name, mean])).toEqual([
    ['a', 2.25],
    ['b', 3],
  ])
  expect(text.slice(0, headerEnd!)).toMatch(/\na;b$/)
  expect(text.slice(rowStarts[0])).toMatch(/^1,5/)
  expect(warnings).toMatchObject([{ code: 'preamble', line: 2, count: 1 }])
  expect(warnings[0].message).toMatch(/Line 2, “Old Faithful since 1985”/)
})

test('the delimiter that was chosen goes before the one that the first line says', () => {
  expect(read('sep=;\na,b\n1,2\n', { delimiter: ',' }).columns.map(({ name }) => name)).toEqual(['a', 'b'])
})

test('a blank line between the rows of one column is a missing value, and one at the end is nothing', () => {
  for (const end of ['\n', '\r\n']) {
    const { rows, columns, values, rowStarts, warnings } = read(['x', '1', '', '3', '4', '', ''].join(end))
    expect(rows).toBe(4)
    expect(columns[0].missing).toBe(1)
    expect(Array.from(values[0]!)).toEqual([1, Number.NaN, 3, 4])
    expect(rowStarts[1]).toBe(2 + 2 * end.length)
    expect(warnings).toEqual([])
  }
  expect(read('x,y\n1,2\n\n3,4\n').rows).toBe(2)
})
