import { EventEmitter } from 'node:events'
import type { BrowserWindow, Dialog } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { watchPage, windowOptions } from './window.ts'

const size = { width: 1440, height: 900 }

describe('the window', () => {
  it('is isolated, sandboxed and without Node', () => {
    expect(windowOptions('/preload.cjs', false, size).webPreferences).toMatchObject({
      preload: '/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    })
  })

  it('starts in the colour of the theme, and is shown only when painted', () => {
    const [light, dark] = [windowOptions('', false, size), windowOptions('', true, size)]
    expect(light.backgroundColor).not.toBe(dark.backgroundColor)
    expect(light.show).toBe(false)
  })
})

describe('a page that dies', () => {
  function die(answer: number, reason = 'oom') {
    const webContents = Object.assign(new EventEmitter(), { reload: vi.fn() })
    const close = vi.fn()
    const showMessageBoxSync = vi.fn(() => answer)
    const window = { webContents, isDestroyed: () => false } as unknown as BrowserWindow
    watchPage(window, { showMessageBoxSync } as unknown as Dialog, close)
    webContents.emit('render-process-gone', {}, { reason })
    return { reload: webContents.reload, close, showMessageBoxSync }
  }

  it('comes back when the person wants it back', () => {
    const { reload, close } = die(0)
    expect(reload).toHaveBeenCalledOnce()
    expect(close).not.toHaveBeenCalled()
  })

  it('takes its window with it otherwise', () => {
    const { reload, close } = die(1)
    expect(reload).not.toHaveBeenCalled()
    expect(close).toHaveBeenCalledOnce()
  })

  it('is not mourned when it was closed on purpose', () => {
    expect(die(0, 'clean-exit').showMessageBoxSync).not.toHaveBeenCalled()
  })
})
