import { expect, it } from 'vitest'
import { listShortcuts } from './shortcut-list.ts'

const all = (...of: Parameters<typeof listShortcuts>) =>
  listShortcuts(...of).flatMap(({ shortcuts }) => shortcuts)

it('every host is told the keys that work in it', () => {
  const electron = all('electron', false)
  const local = all('local', false)
  expect(electron).toContainEqual({ keys: 'Ctrl 1', does: 'Data' })
  expect(local).toContainEqual({ keys: 'Alt 1', does: 'Data' })
  expect(electron.some(({ keys }) => keys === 'F10')).toBe(false)
  expect(local.some(({ keys }) => keys === 'F10')).toBe(true)
})

it('macOS is told of its own keys alone', () => {
  for (const { keys, does } of all('electron', true)) expect(`${keys} ${does}`).not.toContain('Ctrl')
})
