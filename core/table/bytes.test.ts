import { expect, test } from 'vitest'
import { foreignText, kindOfBytes } from './bytes.ts'

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

test('byte order marks settle the encoding', () => {
  expect(kindOfBytes(bytes('\u00ef\u00bb\u00bfa,b'))).toEqual({ kind: 'text', encoding: 'utf-8', bom: 3 })
  expect(kindOfBytes(bytes('\u00ff\u00fea\0'))).toEqual({ kind: 'text', encoding: 'utf-16le', bom: 2 })
  expect(kindOfBytes(bytes('\u00fe\u00ff\0a'))).toEqual({ kind: 'text', encoding: 'utf-16be', bom: 2 })
})

test('zeros in every second byte are UTF-16, other zeros are no text', () => {
  expect(kindOfBytes(bytes('a\0,\0b\0\n\0'))).toEqual({ kind: 'text', encoding: 'utf-16le', bom: 0 })
  expect(kindOfBytes(bytes('\0a\0,\0b\0\n'))).toEqual({ kind: 'text', encoding: 'utf-16be', bom: 0 })
  expect(kindOfBytes(bytes('a\0\0\0,b'))).toMatchObject({ kind: 'binary' })
})

test('plain text leaves the encoding open', () => {
  expect(kindOfBytes(bytes('a,b\n1,2'))).toEqual({ kind: 'text', encoding: null, bom: 0 })
})

test.each([
  ['%PDF-1.7\n', 'a PDF document'],
  ['PK\u0003\u0004\u0014\0[Content_Types].xml xl/workbook.xml', 'an Excel workbook (XLSX)'],
  ['PK\u0003\u0004\u0014\0[Content_Types].xml word/document.xml', 'a Word document'],
  ['PK\u0003\u0004\u0014\0[Content_Types].xml', 'an Excel workbook or another Office document'],
  [
    'PK\u0003\u0004\u0014\0mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK',
    'an OpenDocument spreadsheet',
  ],
  ['PK\u0003\u0004\u0014\0data.csv', 'a ZIP archive'],
  ['PAR1\u0015\u0004', 'a Parquet file'],
  ['MZ\u0090\0', 'a program'],
  [`data.csv${'\0'.repeat(249)}ustar`, 'a tar archive'],
  ['\u001f\u008b\u0008', 'a gzip archive'],
  ['\u00ff\u00fe\0\0a\0\0\0', 'a text in UTF-32'],
  ['\u0001\u0002\u0003a\u0004\u0005', 'a binary file'],
])('the binary file %j is known as %s', (head, what) => {
  expect(kindOfBytes(bytes(head))).toEqual({ kind: 'binary', what })
})

test.each(['PAR1,ORC\n1,2\n', 'MZ,a\n1,2\n', 'RDX,b\n1,2\n', 'GIF89,b\n1,2\n'])(
  'the names in %j are no signatures',
  (head) => expect(kindOfBytes(bytes(head)).kind).toBe('text'),
)

test('UTF-16 is known by its marks and digits where its words are not Latin', () => {
  const greek = wide('όνομα,μήκος\nΑθήνα,1\nΣπάρτη,2\n')
  expect(kindOfBytes(greek)).toEqual({ kind: 'text', encoding: 'utf-16le', bom: 0 })
  expect(kindOfBytes(swapped(greek))).toEqual({ kind: 'text', encoding: 'utf-16be', bom: 0 })
})

function wide(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text).flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]))
}

function swapped(units: Uint8Array): Uint8Array {
  return units.map((_, i) => units[i ^ 1])
}

test('a few control characters are slips in a text', () => {
  expect(kindOfBytes(bytes('a,b\n1,2\n\u001a')).kind).toBe('text')
  expect(kindOfBytes(bytes(`a,b\n${'1,2\n'.repeat(50)}1,\0\n`)).kind).toBe('text')
})

test('pages and documents are not taken for tables, and tables are not taken for them', () => {
  expect(foreignText('<html><body>')).toMatch(/HTML/)
  expect(foreignText('<?xml version="1.0"?>')).toMatch(/XML/)
  expect(foreignText('{"a": 1}')).toMatch(/JSON/)
  expect(foreignText('[{"a": 1}]')).toMatch(/JSON/)
  expect(foreignText('<!-- saved -->\n<table border="1">')).toMatch(/HTML/)
  expect(foreignText('<svg viewBox="0,0,1,1">')).toMatch(/XML/)
  expect(foreignText('[1,\n 2.5]\n')).toMatch(/JSON/)
  expect(foreignText('{\\rtf1\\ansi')).toMatch(/RTF/)
  expect(foreignText('version https://git-lfs.github.com/spec/v1\noid')).toMatch(/Git LFS/)
  const tables = ['a,b\n1,2', '<5,1\n>5,2', '[mg],[kg]\n1,2', '{x},y', '<a>,<b>\n1,2', '[1],2\n3,4', '"x"']
  expect(tables.map(foreignText)).toEqual(tables.map(() => null))
})
