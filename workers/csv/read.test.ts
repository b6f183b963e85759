import { afterAll, expect, test } from 'vitest'
import type { Dialect } from '../../contract/views.ts'
import { createScratchFolder } from '../fixtures/scratch-folder.ts'
import { readRows } from './read.ts'

const scratch = createScratchFolder()
afterAll(() => scratch.remove())
const dialect: Dialect = {
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  decimal: '.',
  thousands: '',
  header: false,
  comment: '',
  missing: [],
  skip: 0,
}
const read = (text: string, rows: number, columns: number, blankRows = false) =>
  readRows({
    path: scratch.write(text),
    from: 0,
    to: Buffer.byteLength(text),
    rows,
    columns,
    dialect,
    blankRows,
  })

test('cells come decoded and unquoted', () => {
  expect(read('"say ""ä""",1\n', 1, 2)).toEqual([['say "ä"', '1']])
})

test('rows are filled up or cut to the number of columns', () => {
  expect(read('1\n2,3,4\n', 2, 2)).toEqual([
    ['1', ''],
    ['2', '3'],
  ])
})

test('blank lines between rows are passed over, and no more rows are given than asked for', () => {
  expect(read('1\r\n\r\n2\r\n3', 2, 1)).toEqual([['1'], ['2']])
})

test.each(['', '\r\n1\r\n\r\n \r\n2', '\n\n', '1\n\n'])(
  'blank lines in %j are rows of one column',
  (text) => {
    const cells = text.split(/\r?\n/).map((line) => [line.trim()])
    expect(read(text, cells.length, 1, true)).toEqual(cells)
  },
)

test('only the bytes asked for are read', () => {
  const path = scratch.write('ä,1\nb,2\nc,3\n')
  expect(readRows({ path, from: 5, to: 8, rows: 1, columns: 2, dialect, blankRows: false })).toEqual([
    ['b', '2'],
  ])
})

test('a file that is gone is told as missing', () => {
  const path = `${scratch.path}/gone.csv`
  const gone = () => readRows({ path, from: 0, to: 1, rows: 1, columns: 1, dialect, blankRows: false })
  expect(gone).toThrow(expect.objectContaining({ code: 'file-missing' }))
})
