// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { isDelete } from './delete-key.ts'

function pressed(key: string, on = 'div', held: KeyboardEventInit = {}): KeyboardEvent {
  const element = document.createElement(on)
  const events: KeyboardEvent[] = []
  element.addEventListener('keydown', (event) => events.push(event))
  element.dispatchEvent(new KeyboardEvent('keydown', { key, ...held }))
  return events[0]
}

it('Delete removes, and on a Mac the key above Enter', () => {
  expect(isDelete(pressed('Delete'), false)).toBe(true)
  expect(isDelete(pressed('Delete'), true)).toBe(true)
  expect(isDelete(pressed('Backspace'), true)).toBe(true)
  expect(isDelete(pressed('Backspace'), false)).toBe(false)
})

it('a field that is typed in keeps the key, and other keys held make it another one', () => {
  expect(isDelete(pressed('Delete', 'input'), false)).toBe(false)
  expect(isDelete(pressed('Delete', 'div', { ctrlKey: true }), false)).toBe(false)
})

it.each(['ctrlKey', 'metaKey', 'altKey', 'shiftKey', 'repeat'])('with %s it is no such key', (name) => {
  // As browsers have it: what an event holds stands in what all events share.
  const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, repeat: false }
  const event = (held: object) =>
    Object.create({ key: 'Delete', target: document.body, ...none, ...held }) as KeyboardEvent
  expect(isDelete(event({}), false)).toBe(true)
  expect(isDelete(event({ [name]: true }), false)).toBe(false)
})
