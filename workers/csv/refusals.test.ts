import { chmodSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { EngineError, type ErrorCode } from '../../contract/errors.ts'
import type { DialectChoice } from '../../contract/schemas.ts'
import { createWorkControl } from '../control.ts'
import { createScratchFolder } from '../fixtures/scratch-folder.ts'
import { importCsv } from './import.ts'

const scratch = createScratchFolder()
afterAll(() => scratch.remove())

function refusal(path: string, dialect: DialectChoice = {}): EngineError {
  try {
    importCsv({ path, dialect, control: createWorkControl().buffer }, 64)
  } catch (thrown) {
    if (thrown instanceof EngineError) return thrown
    throw thrown
  }
  throw new Error('the file was not refused')
}

const contents: [what: string, content: string | Uint8Array, code: ErrorCode, words: RegExp][] = [
  ['an empty file', '', 'file-empty', /is empty/],
  ['a file of blank lines', '\n \r\n\n', 'file-empty', /is empty/],
  ['a file of nothing but a byte order mark', '\ufeff', 'file-empty', /is empty/],
  ['a file with names and no rows', 'height,weight\n', 'file-header-only', /no rows/],
  ['a PDF', '%PDF-1.7\n1 0 obj', 'file-binary', /a PDF document/],
  ['a spreadsheet', 'PK\u0003\u0004\u0014\u0000xl/workbook.xml', 'file-binary', /an Excel workbook \(XLSX\)/],
  ['an archive', 'PK\u0003\u0004\u0014\u0000data.csv', 'file-binary', /a ZIP archive/],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), 'file-binary', /a PNG picture/],
  ['a Parquet file', 'PAR1\u0015\u0004', 'file-binary', /a Parquet file/],
  ['a packed file', Buffer.from('fd377a585a00', 'hex'), 'file-binary', /an xz archive/],
  ['zero bytes', Buffer.from('612c620a0001020300ff', 'hex'), 'file-binary', /a binary file/],
  ['a web page', '\n<!DOCTYPE html>\n<html><body>1,2</body></html>', 'file-unreadable', /web page/],
  ['a JSON document', '[{"a": 1}, {"a": 2}]', 'file-unreadable', /JSON/],
  ['words only', 'name,town\nAda,London\nEmmy,Erlangen\n', 'no-numeric-column', /None of the 2 columns/],
  ['one column of words', 'name\nAda\nEmmy\n', 'no-numeric-column', /one column/],
  [
    'units below the names of a short table',
    'time,mass\ns,kg\n1,5.5\n2,6.5\nx,7\n',
    'no-numeric-column',
    /nearest to it, “mass”, has 3 in 4 cells; the first that is none is on line 2/,
  ],
]

test.each(contents)('%s is refused in words, with what to do', (_, content, code, words) => {
  const error = refusal(scratch.write(content, 'data.csv'))
  expect(error.code).toBe(code)
  expect(error.message).toMatch(words)
  expect(error.message).toContain('“data.csv”')
  expect(error.remedy).toMatch(/^[A-Z].+\.$/)
})

test('a packed file is refused with the advice to unpack it', () => {
  expect(refusal(scratch.write(Buffer.from('fd377a585a00', 'hex'))).remedy).toMatch(/^Unpack it/)
})

test('a quote that is never closed is refused with the line where it opens', () => {
  const rows = Array.from({ length: 200 }, (_, i) => `${i},${i * i}`).join('\n')
  const error = refusal(scratch.write(`a,b\n1,2\n3,"4\n${rows}\n`))
  expect(error.code).toBe('file-unreadable')
  expect(error.line).toBe(3)
  expect(error.message).toMatch(/line 3/)
})

test('a zero byte far down the file is refused with its line', () => {
  const rows = Array.from({ length: 60_000 }, (_, i) => `${i},${i * i}\n`).join('')
  const error = refusal(scratch.write(`a,b\n${rows}7,\u00008\n9,10\n`))
  expect(error.code).toBe('file-binary')
  expect(error.line).toBe(60_002)
})

test('a zero byte in a small file is refused with its line too', () => {
  expect(refusal(scratch.write('a,b\n1,2\n3,\u00004\n'))).toMatchObject({ code: 'file-binary', line: 3 })
})

test('comments that fill the first part of a file do not hide its table', () => {
  const path = scratch.write(`${'# note, on what follows\n'.repeat(20_000)}a,b\n1.5,2\n`)
  const file = importCsv({ path, dialect: {}, control: createWorkControl().buffer })
  expect(file).toMatchObject({ rows: 1, commentLines: 20_000, dialect: { comment: '#', delimiter: ',' } })
})

test('a file of nothing but lines that are skipped is refused', () => {
  expect(refusal(scratch.write('a\nb\n'), { skip: 5 })).toMatchObject({ code: 'file-empty' })
  expect(refusal(scratch.write('sep=;\n'))).toMatchObject({ code: 'file-empty' })
})

test('a comment mark that is the delimiter is refused', () => {
  const choice: DialectChoice = { comment: ';', delimiter: ';' }
  expect(refusal(scratch.write('a;b\n1;2\n'), choice)).toMatchObject({ code: 'invalid-input' })
})

test('a quote that is closed below many rows is refused with the line where it opens', () => {
  const rows = Array.from({ length: 200 }, (_, i) => `${i},${i * i}`).join('\n')
  const error = refusal(scratch.write(`a,b\n1,2\n3,"4\n${rows}\n5,6"\n7,8\n`))
  expect(error).toMatchObject({ code: 'file-unreadable', line: 3 })
  expect(error.message).toMatch(/closed many lines below/)
})

test('a row far wider than the first is refused with its line', () => {
  const error = refusal(scratch.write(`a,b\n1,2\n3,4${',5'.repeat(9998)}\n6,7\n`))
  expect(error.code).toBe('file-unreadable')
  expect(error.line).toBe(3)
  expect(error.message).toMatch(/10000 cells/)
})

test('a missing file is refused', () => {
  const error = refusal(`${scratch.path}/nowhere.csv`)
  expect(error.code).toBe('file-missing')
  expect(error.message).toContain('“nowhere.csv”')
})

test('a folder is refused', () => {
  expect(refusal(scratch.path).code).toBe('file-is-directory')
})

test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'a file without permission is refused',
  () => {
    const path = scratch.write('a,b\n1,2\n')
    chmodSync(path, 0)
    const error = refusal(path)
    expect(error.code).toBe('file-unreadable')
    expect(error.message).toMatch(/permission/)
  },
)

test.skipIf(process.platform === 'win32')('a device is refused', () => {
  expect(refusal('/dev/null').code).toBe('file-unreadable')
})

test('a stop asked for beforehand ends the reading as cancelled', () => {
  const control = createWorkControl()
  control.stop()
  const path = scratch.write('a,b\n1,2\n')
  const read = () => importCsv({ path, dialect: {}, control: control.buffer })
  expect(read).toThrow(expect.objectContaining({ code: 'cancelled' }))
})
