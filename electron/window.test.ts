import { EventEmitter } from 'node:events'
import type { BrowserWindow } from 'electron'
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
  async function die(answer: number, reason = 'oom') {
    const webContents = Object.assign(new EventEmitter(), { reload: vi.fn() })
    const close = vi.fn()
    const answered = Promise.resolve({ response: answer, checkboxChecked: false })
    const showMessageBox = vi.fn(() => answered)
    const window = { webContents, isDestroyed: () => false } as unknown as BrowserWindow
    watchPage(window, { showMessageBox }, close)
    webContents.emit('render-process-gone', {}, { reason })
    expect(webContents.reload).not.toHaveBeenCalled()
    await answered
    await Promise.resolve()
    return { reload: webContents.reload, close, showMessageBox }
  }

  it('comes back when the person wants it back', async () => {
    const { reload, close } = await die(0)
    expect(reload).toHaveBeenCalledOnce()
    expect(close).not.toHaveBeenCalled()
  })

  it('takes its window with it otherwise', async () => {
    const { reload, close } = await die(1)
    expect(reload).not.toHaveBeenCalled()
    expect(close).toHaveBeenCalledOnce()
  })

  it('is not mourned when it was closed on purpose', async () => {
    expect((await die(0, 'clean-exit')).showMessageBox).not.toHaveBeenCalled()
  })
})
