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

test('pages and documents are not taken for tables, and tables are not taken for them', () => {
  expect(foreignText('<html><body>')).toMatch(/HTML/)
  expect(foreignText('<?xml version="1.0"?>')).toMatch(/XML/)
  expect(foreignText('{"a": 1}')).toMatch(/JSON/)
  expect(foreignText('[{"a": 1}]')).toMatch(/JSON/)
  expect(['a,b\n1,2', '<5,1\n>5,2', '[mg],[kg]\n1,2', '{x},y'].map(foreignText)).toEqual([
    null,
    null,
    null,
    null,
  ])
})
