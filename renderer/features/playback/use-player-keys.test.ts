// @vitest-environment happy-dom
import { effectScope } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { playerKey, usePlayerKeys } from './use-player-keys.ts'

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
const key = (name: string, target: Element | null = null) => playerKey({ ...plain, key: name }, target)

function element(html: string): Element {
  document.body.innerHTML = html
  const found = document.body.querySelector('[data-focus]')
  if (found === null) throw new Error('nothing has the focus')
  return found
}

afterEach(() => {
  document.body.innerHTML = ''
})

describe('a key while the player is open', () => {
  it('plays, steps or closes', () => {
    expect([' ', 'ArrowLeft', 'ArrowRight', 'Escape', 'ArrowUp', 'a'].map((name) => key(name))).toEqual([
      'toggle',
      'back',
      'step',
      'close',
      null,
      null,
    ])
  })

  it('is left to fields, tabs and buttons, and to shortcuts with modifiers', () => {
    const slider = element('<input type="range" data-focus />')
    expect([' ', 'ArrowRight', 'Escape'].map((name) => key(name, slider))).toEqual([null, null, 'close'])
    const field = element('<input type="text" data-focus />')
    expect([' ', 'ArrowRight', 'Escape'].map((name) => key(name, field))).toEqual([null, null, null])
    const tab = element('<div role="tablist"><button data-focus>A</button></div>')
    expect([' ', 'ArrowRight'].map((name) => key(name, tab))).toEqual([null, null])
    const button = element('<button data-focus>A</button>')
    expect([' ', 'ArrowRight'].map((name) => key(name, button))).toEqual([null, 'step'])
    expect(playerKey({ ...plain, key: 'ArrowRight', altKey: true }, null)).toBe(null)
  })

  it('is kept from other shortcuts, and heard no more once the player is closed', () => {
    const scope = effectScope()
    const player = { toggle: vi.fn(), step: vi.fn(), close: vi.fn() }
    const others = vi.fn()
    window.addEventListener('keydown', others)
    scope.run(() => usePlayerKeys(player))
    const press = (name: string) =>
      document.body.dispatchEvent(
        new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
      )
    for (const name of ['Escape', ' ', 'ArrowLeft', 'ArrowRight', 'ArrowDown']) press(name)
    expect(player.close).toHaveBeenCalledOnce()
    expect(player.toggle).toHaveBeenCalledOnce()
    expect(player.step.mock.calls).toEqual([[-1], [1]])
    document.body.innerHTML = '<dialog open></dialog>'
    press('Escape')
    document.body.innerHTML = ''
    scope.stop()
    press('Escape')
    expect(player.close).toHaveBeenCalledOnce()
    window.removeEventListener('keydown', others)
  })
})
