// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { cellsOf, tableText } from './table-text.ts'

const ENGLISH = { group: ',', decimal: '.' }

function textOf(html: string, marks = ENGLISH, raw = ''): string[][] {
  document.body.innerHTML = `<table ${raw}>${html}</table>`
  const table = document.querySelector('table')!
  return tableText(cellsOf(table), marks)
    .split('\n')
    .map((line) => line.split('\t'))
}

it('numbers are written as programs read them, and texts are left alone', () => {
  expect(
    textOf('<tr><th>Name</th><td>−1,130.264</td><td>2.5e−7</td><td>12,5</td><td>A, B −</td><td>–</td></tr>'),
  ).toEqual([['Name', '-1130.264', '2.5e-7', '12,5', 'A, B −', '–']])
})

it('a number has all its digits where the cell knows them', () => {
  expect(textOf('<tr><td data-full="-1130.2640123456789">−1,130.26</td></tr>')).toEqual([
    ['-1130.2640123456789'],
  ])
})

it('a cell over several rows stands in each, one over several columns in the first', () => {
  expect(
    textOf('<tr><th rowspan="2">1</th><td>x</td></tr><tr><td>y</td></tr><tr><td colspan="2">all</td></tr>'),
  ).toEqual([
    ['1', 'x'],
    ['1', 'y'],
    ['all', ''],
  ])
})

it('tabs and line ends within a cell cannot shift another, and pictures are no text', () => {
  expect(
    textOf(
      '<tr><td>a\tb\n c</td><td><span aria-hidden="true">✓</span><svg><text>no</text></svg>yes</td></tr>',
    ),
  ).toEqual([['a b c', 'yes']])
})

it('a check box says whether it is ticked', () => {
  expect(textOf('<tr><td><input type="checkbox" checked></td></tr>')).toEqual([['yes']])
})

it('figures in the marks of any language are the same text, and cells of a file are left as they are', () => {
  const row = '<tr><td>−1.130,264</td><td>2,5e−7</td><td>1.234</td></tr>'
  const german = { group: '.', decimal: ',' }
  expect(textOf(row, german)).toEqual([['-1130.264', '2.5e-7', '1234']])
  expect(textOf(row, german, 'data-raw')).toEqual([['−1.130,264', '2,5e−7', '1.234']])
})
