import { expect, test } from 'vitest'
import { fromWindows1252 } from './windows-1252.ts'

test('all bytes are read as the WHATWG index has them', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i)
  const latin1 = String.fromCharCode(...bytes)
  expect(fromWindows1252(latin1)).toBe(new TextDecoder('windows-1252').decode(bytes))
})
