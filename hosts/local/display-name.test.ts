import { expect, test } from 'vitest'
import { displayName } from './display-name.ts'

test.each([
  ['data.csv', 'data.csv'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\Anna\\Größen 2026.csv', 'Größen 2026.csv'],
  ['a\u0000b\n.csv', 'a_b_.csv'],
  ['what?*<>|":.csv', 'what_______.csv'],
  ['NUL.csv', '_NUL.csv'],
  ['com1', '_com1'],
  ['console.csv', 'console.csv'],
  ['..', 'otherwise.csv'],
  ['.hidden', 'hidden'],
  ['', 'otherwise.csv'],
])('%j is kept as %j', (given, kept) => {
  expect(displayName(given, 'otherwise.csv')).toBe(kept)
})

test('a name that is too long keeps its ending', () => {
  const kept = displayName(`${'x'.repeat(400)}.csv`, 'otherwise.csv')
  expect(kept.length).toBe(100)
  expect(kept.endsWith('x.csv')).toBe(true)
})
