import { EventEmitter } from 'node:events'
import type { BrowserWindow, Notification } from 'electron'
import { expect, it, vi } from 'vitest'
import { createNotifier } from './notifier.ts'

class Told extends EventEmitter {
  static all: Told[] = []
  static isSupported = () => true
  show = vi.fn()
  close = vi.fn()

  readonly options: unknown

  constructor(options: unknown) {
    super()
    this.options = options
    Told.all.push(this)
  }
}

function setUp() {
  Told.all = []
  const window = Object.assign(new EventEmitter(), { isFocused: vi.fn(() => false) })
  const bringForward = vi.fn()
  const system = Told as unknown as typeof Notification
  const notify = createNotifier(window as unknown as BrowserWindow, system, bringForward)
  return { window, bringForward, notify }
}

it('a window in front tells nothing through the system', () => {
  const { window, notify } = setUp()
  window.isFocused.mockReturnValue(true)
  notify('The fit has ended', '40 restarts')
  expect(Told.all).toEqual([])
})

it('a click on what is told brings the window', () => {
  const { notify, bringForward } = setUp()
  notify('The fit has ended', '40 restarts')
  expect(Told.all).toMatchObject([{ options: { title: 'The fit has ended', body: '40 restarts' } }])
  expect(Told.all[0]?.show).toHaveBeenCalledOnce()
  Told.all[0]?.emit('click')
  expect(bringForward).toHaveBeenCalledOnce()
})

it.each(['focus', 'closed'])('what was told is taken back on %s', (event) => {
  const { window, notify } = setUp()
  notify('The fit has ended', '40 restarts')
  window.emit(event)
  window.emit(event)
  expect(Told.all[0]?.close).toHaveBeenCalledOnce()
})

it('of two ends the later one is told', () => {
  const { notify } = setUp()
  notify('The first has ended', '')
  notify('The second has ended', '')
  expect(Told.all.map(({ close }) => close.mock.calls.length)).toEqual([1, 0])
})
