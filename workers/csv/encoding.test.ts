import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellDecoder, checkUtf8, codeUnits } from './encoding.ts'

test('valid UTF-8 is valid however it is cut into pieces', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 5 }), (text, piece) => {
      const bytes = Buffer.from(text)
      const check = checkUtf8()
      for (let from = 0; from < bytes.length; from += piece) check.see(bytes.subarray(from, from + piece))
      expect(check.valid()).toBe(true)
    }),
  )
})

test.each(['caf\u00e9', 'caf\u00e9,1', '\u00e2\u0082'])('the bytes of %j are not valid UTF-8', (text) => {
  const bytes = Buffer.from(text, 'latin1')
  const check = checkUtf8()
  for (const byte of bytes) check.see(Uint8Array.of(byte))
  expect(check.valid()).toBe(false)
})

test('a cell of Windows-1252 has the typographic marks of its own', () => {
  const text = codeUnits(Buffer.from([0x80, 0x96, 0xe9]), 'windows-1252')
  expect(cellDecoder('windows-1252')(text)).toBe('€–é')
})

test('text has one character per code unit', () => {
  expect(codeUnits(Buffer.from('é1'), 'utf-8')).toHaveLength(3)
  expect(codeUnits(Buffer.from('é1', 'utf16le'), 'utf-16le')).toBe('é1')
  expect(codeUnits(Buffer.from('é1', 'utf16le').swap16(), 'utf-16be')).toBe('é1')
})
