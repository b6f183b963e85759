import { expect, test } from 'vitest'
import { splitSample } from './sample.ts'

test('quotes hold delimiters, line ends and doubled quotes', () => {
  expect(splitSample('a,"b, ""c""\nd"\r\n1,2', ',', '"', true)).toEqual([
    ['a', 'b, "c"\nd'],
    ['1', '2'],
  ])
})

test('a delimiter at the end of a line makes an empty cell, also at the end of the text', () => {
  expect(splitSample('a,\n1,', ',', '"', true)).toEqual([
    ['a', ''],
    ['1', ''],
  ])
})

test('an incomplete last record is left out only where the text was cut', () => {
  expect(splitSample('a\nb\nc', ',', '"', false)).toEqual([['a'], ['b']])
  expect(splitSample('a\n\nb\n', ',', '"', false)).toEqual([['a'], ['b']])
})

test('a run of blanks is one delimiter, and blanks around a line are none', () => {
  expect(splitSample('  x   y \n   \n 1 ""  2\n"a  b" 3 ', ' ', '"', true)).toEqual([
    ['x', 'y'],
    ['1', '', '2'],
    ['a  b', '3'],
  ])
})
