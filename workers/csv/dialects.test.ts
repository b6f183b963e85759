import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { createWorkControl } from '../control.ts'
import { createScratchFolder } from '../fixtures/scratch-folder.ts'
import type { ImportedFile } from '../tasks.ts'
import { importCsv } from './import.ts'
import { readRows } from './read.ts'

const scratch = createScratchFolder()
afterAll(() => scratch.remove())

const NUMBERS = [
  0.1,
  -2.5,
  1e-7,
  123456789.125,
  5e-324,
  1.7976931348623157e308,
  -0,
  3,
  0.30000000000000004,
  1 / 3,
]
const TEXTS = [
  'plain',
  'with, comma; and | bar',
  'a "quoted" word',
  'two\nlines',
  'naïve café',
  '',
  'ß',
  'x\ty',
  'é',
  '–',
]

interface Writing {
  delimiter: ',' | ';' | '\t' | '|'
  end: string
  quote: 'all' | 'needed'
  encoding: 'utf-8' | 'utf-8 with a mark' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  decimal: '.' | ','
}

const writings: Writing[] = []
for (const delimiter of [',', ';', '\t', '|'] as const)
  for (const end of ['\n', '\r\n', '\r'])
    for (const quote of ['all', 'needed'] as const)
      for (const encoding of ['utf-8', 'utf-8 with a mark', 'utf-16le', 'utf-16be', 'windows-1252'] as const)
        for (const decimal of ['.', ','] as const)
          if (decimal === '.' || delimiter !== ',')
            writings.push({ delimiter, end, quote, encoding, decimal })

function written(writing: Writing): string[] {
  const special = new RegExp(`["\\r\\n${writing.delimiter === '|' ? '\\|' : writing.delimiter}]`)
  const cell = (text: string) =>
    writing.quote === 'all' || special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const number = (value: number) =>
    (Object.is(value, -0) ? '-0' : String(value)).replace('.', writing.decimal)
  const rows = NUMBERS.map((value, i) => [number(value), TEXTS[i], String(100 - i * i)])
  return [['grösse', 'note', 'count'], ...rows].map((row) => row.map(cell).join(writing.delimiter))
}

function encode(text: string, encoding: Writing['encoding']): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-8 with a mark':
      return Buffer.from(`\ufeff${text}`)
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le')
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
    case 'windows-1252':
      return Buffer.from(text.replaceAll('–', '\u0096'), 'latin1')
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'utf-16be') return Buffer.from(bytes).swap16().toString('utf16le')
  if (encoding === 'windows-1252') return Buffer.from(bytes).toString('latin1').replaceAll('\u0096', '–')
  return Buffer.from(bytes).toString(encoding === 'utf-16le' ? 'utf16le' : 'utf8')
}

function sliceRows(path: string, file: ImportedFile): string[] {
  const bytes = readFileSync(path)
  return Array.from(file.rowStarts, (start, row) =>
    decode(bytes.subarray(start, file.rowEnds[row]), file.dialect.encoding),
  )
}

test.each(writings)(
  'a table with $delimiter between cells, $end after rows, quotes where $quote, $encoding and $decimal reads back exactly',
  (writing) => {
    const [header, ...rows] = written(writing) as [string, ...string[]]
    const bytes = encode([header, ...rows].join(writing.end) + writing.end, writing.encoding)
    const path = scratch.write(bytes)
    for (const piece of [1 << 20, 34]) {
      const file = importCsv({ path, dialect: {}, control: createWorkControl().buffer }, piece)
      expect(file.dialect).toMatchObject({
        encoding: writing.encoding.split(' ')[0],
        delimiter: writing.delimiter,
        quote: '"',
        decimal: writing.decimal,
        thousands: '',
        header: true,
      })
      expect(file.columns.map(({ name }) => name)).toEqual(['grösse', 'note', 'count'])
      expect(Array.from(file.values[0]!)).toEqual(NUMBERS)
      expect(file.values[1]).toBeNull()
      expect(sliceRows(path, file)).toEqual(rows)
      const guessed = writing.encoding === 'windows-1252' ? ['encoding-guessed'] : []
      expect(file.warnings.map(({ code }) => code)).toEqual(guessed)
      expect(file.hash).toBe(createHash('sha256').update(bytes).digest('hex'))
      const cells = readRows({
        path,
        from: file.rowStarts[2],
        to: file.rowEnds[8],
        rows: 7,
        columns: 3,
        dialect: file.dialect,
        blankRows: file.blankRows,
      })
      expect(cells.map((row) => row[1])).toEqual(TEXTS.slice(2, 9))
    }
  },
)

test('the end of the header is where the content of its line ends', () => {
  const path = scratch.write('a,b\r\n1,2\r\n')
  const { headerEnd, rowStarts } = importCsv({ path, dialect: {}, control: createWorkControl().buffer })
  expect(headerEnd).toBe(3)
  expect(Array.from(rowStarts)).toEqual([5])
})
