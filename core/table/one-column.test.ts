import { expect, test } from 'vitest'
import { asOneColumn } from './one-column.ts'
import { splitSample } from './sample.ts'

const read = (text: string, delimiter: string) =>
  asOneColumn(splitSample(text, { delimiter, quote: '"', comment: '' }, true), text, delimiter)

test.each([
  ['a,b\n1,5\n2,5\n', ','],
  ['1,-5\n2,5\n', ','],
  ['1.5,2\n3,4\n', ','],
  ['"1","5"\n2,5\n', ','],
  ['x y\n1 234\n', ' '],
])('%j, cut at %j, is several columns and nothing else', (text, delimiter) => {
  expect(read(text, delimiter)).toEqual({ one: false, ambiguous: false })
})

test.each([
  ['5\n1,5\n2,25\n', ','],
  ['size\n1,5\n2,5\n', ','],
  ['1,234\n1,234,567\n', ','],
  ['507 €\n', ' '],
  ['CHF 41\n-CHF 3.5\nNA\n', ' '],
])('%j is one column and nothing else, although it can be cut at %j', (text, delimiter) => {
  expect(read(text, delimiter)).toEqual({ one: true, ambiguous: false })
})

test.each([
  ['0,86\n50279,59\n-10,510\n', ',', false],
  ['2001,2002\n2003,2004\n', ',', false],
  ['1,5\n', ',', false],
  ['1,2\n2,\n3,4\n', ',', false],
  ['1,05\n12,7\n', ',', true],
  ['-0,86\n5,9\n', ',', true],
  ['4,145086926877697e-72\n', ',', true],
  ['-7 322,49\n', ',', true],
  ['958.138,209\n32,18\n', ',', true],
  ['591,2697435336503\n', ',', true],
  ['1,25\n2,5\n3,125\n4,75\n5,5\n', ',', true],
  ['size, mm\n1,05\n2,5\n', ',', true],
  ['1 023\n7 250\n', ' ', true],
  ['100 200\n300 400\n', ' ', false],
])('%j, cut at %j, can be either, and one column is likelier: %s', (text, delimiter, one) => {
  expect(read(text, delimiter)).toEqual({ one, ambiguous: true })
})
