import { describe, expect, it } from 'vitest'
import { commandOf, type Keystroke } from './shortcuts.ts'

const stroke = (keys: string): Keystroke => {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  return {
    key,
    code: /^\d$/.test(key) ? `Digit${key}` : key,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  }
}

describe('shortcuts', () => {
  it.each([
    ['Ctrl+o', 'open'],
    ['Meta+o', 'open'],
    ['Ctrl+Enter', 'run'],
    ['Ctrl+e', 'export'],
    ['Escape', 'stop'],
    ['Ctrl+z', 'undo'],
    ['Ctrl+3', 'view-3'],
    ['Alt+5', 'view-5'],
    ['ArrowUp', 'previous-restart'],
    ['ArrowDown', 'next-restart'],
    ['Shift+?', 'shortcuts'],
  ])('%s does %s', (keys, command) => {
    expect(commandOf(stroke(keys), false, false)).toBe(command)
  })

  it.each(['Ctrl+Shift+o', 'Ctrl+Alt+3', 'Ctrl+7', 'o', 'Shift+ArrowUp', 'Ctrl+ArrowUp'])(
    '%s does nothing',
    (keys) => {
      expect(commandOf(stroke(keys), false, false)).toBeNull()
    },
  )

  it('arrows and what can be typed stay with the field, everything else does not', () => {
    expect(commandOf(stroke('ArrowDown'), true, false)).toBeNull()
    expect(commandOf(stroke('Shift+?'), true, false)).toBeNull()
    expect(commandOf(stroke('Ctrl+z'), true, false)).toBeNull()
    expect(commandOf(stroke('Escape'), true, false)).toBe('stop')
    expect(commandOf(stroke('Ctrl+Enter'), true, false)).toBe('run')
  })

  it('what was chosen from a list or by a radio button is undone by the keys, as nothing else undoes it', () => {
    for (const keys of ['Ctrl+z', 'Ctrl+Shift+z', 'Ctrl+y'])
      expect(commandOf(stroke(keys), true, true, false)).toBe(keys === 'Ctrl+z' ? 'undo' : 'redo')
    expect(commandOf(stroke('Shift+?'), true, true, false)).toBeNull()
  })

  it('arrows stay with a table of rows or a list of choices', () => {
    expect(commandOf(stroke('ArrowDown'), false, true)).toBeNull()
  })
})
