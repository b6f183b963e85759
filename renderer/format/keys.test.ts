import { expect, it } from 'vitest'
import { keysForReader, keysText } from './keys.ts'

it.each([
  ['Mod+O', 'Ctrl O', '⌘O'],
  ['Mod+Shift+S', 'Ctrl Shift S', '⇧⌘S'],
  ['Mod+Enter', 'Ctrl Enter', '⌘↩'],
  ['Alt+3', 'Alt 3', '⌥3'],
  ['F1', 'F1', 'F1'],
])('%s is written %s, and %s on macOS', (keys, elsewhere, mac) => {
  expect(keysText(keys, false)).toBe(elsewhere)
  expect(keysText(keys, true)).toBe(mac)
})

it('a screen reader gets the names of the keys', () => {
  expect(keysForReader('Mod+Shift+S', false)).toBe('Control+Shift+S')
  expect(keysForReader('Mod+O', true)).toBe('Meta+O')
})
