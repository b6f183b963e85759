import { expect, test } from 'vitest'
import { splitSample } from './sample.ts'

const split = (text: string, delimiter: string, complete: boolean, comment = '', quote = '"') =>
  splitSample(text, { delimiter, quote, comment }, complete).map(({ cells }) => cells)

test('quotes hold delimiters, line ends and doubled quotes', () => {
  expect(split('a,"b, ""c""\nd"\r\n1,2', ',', true)).toEqual([
    ['a', 'b, "c"\nd'],
    ['1', '2'],
  ])
})

test('a delimiter at the end of a line makes an empty cell, also at the end of the text', () => {
  expect(split('a,\n1,', ',', true)).toEqual([
    ['a', ''],
    ['1', ''],
  ])
})

test('an incomplete last record is left out only where the text was cut', () => {
  expect(split('a\nb\nc', ',', false)).toEqual([['a'], ['b']])
  expect(split('a\n\nb\n', ',', false)).toEqual([['a'], ['b']])
})

test('a run of blanks is one delimiter, and blanks around a line are none', () => {
  expect(split('  x   y \n   \n 1 ""  2\n"a  b" 3 ', ' ', true)).toEqual([
    ['x', 'y'],
    ['1', '', '2'],
    ['a  b', '3'],
  ])
})

test('comments are left out, also such as end the text, and records keep their places', () => {
  const marks = { delimiter: ',', quote: '"', comment: '//' }
  expect(splitSample('// a "note"\r\nx,y\n// b\n1,2\n// c', marks, true)).toEqual([
    { cells: ['x', 'y'], start: 13, end: 16, stray: false },
    { cells: ['1', '2'], start: 22, end: 25, stray: false },
  ])
})

test.each([
  ['"a" "b"', ' ', false],
  ['"a" "b"', ',', true],
  ['"a" , 1', ',', false],
  ['5" pipe,1', ',', true],
  ['"open,1', ',', true],
])('quotes astray in %j cut at %j: %s', (text, delimiter, stray) => {
  expect(splitSample(text, { delimiter, quote: '"', comment: '' }, true)).toMatchObject([{ stray }])
})

test('without a quoting mark quotes are text', () => {
  expect(split('"a,b"\n', ',', true, '', '')).toEqual([['"a', 'b"']])
})

test('no more records are given than asked for', () => {
  const marks = { delimiter: ',', quote: '"', comment: '' }
  expect(splitSample('1\n2\n3\n', marks, true, 2)).toHaveLength(2)
})
