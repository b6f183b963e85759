import { EventEmitter } from 'node:events'
import type { Session, WebContents } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { isTrusted, lockPage, lockSession, staysInside } from './security.ts'

describe('senders', () => {
  it('are trusted only as the top frame of our own page', () => {
    expect(isTrusted({ url: 'app://basin/index.html', parent: null })).toBe(true)
    expect(isTrusted({ url: 'app://basin/index.html', parent: {} })).toBe(false)
    expect(isTrusted({ url: 'https://basin/index.html', parent: null })).toBe(false)
    expect(isTrusted({ url: '', parent: null })).toBe(false)
    expect(isTrusted(null)).toBe(false)
  })
})

describe('a locked page', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'prevents %s',
    (name) => {
      const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() })
      lockPage(contents as unknown as WebContents)
      const preventDefault = vi.fn()
      contents.emit(name, { preventDefault })
      expect(preventDefault).toHaveBeenCalledOnce()
    },
  )

  it('opens no window', () => {
    const setWindowOpenHandler = vi.fn<WebContents['setWindowOpenHandler']>()
    lockPage(Object.assign(new EventEmitter(), { setWindowOpenHandler }) as unknown as WebContents)
    const handler = setWindowOpenHandler.mock.calls[0]?.[0] as () => unknown
    expect(handler()).toEqual({ action: 'deny' })
  })
})

describe('a locked session', () => {
  it('lets our own page write to the clipboard, and refuses every other permission, and every device', () => {
    const session = fakeSession()
    lockSession(session as unknown as Session)
    const reply = vi.fn()
    const [ask] = session.setPermissionRequestHandler.mock.calls[0] as [(...args: unknown[]) => void]
    const ours = { requestingUrl: 'app://basin/index.html' }
    const foreign = { requestingUrl: 'https://example.com/' }
    for (const permission of ['geolocation', 'clipboard-read', 'notifications'])
      ask(null, permission, reply, ours)
    ask(null, 'clipboard-sanitized-write', reply, foreign)
    ask(null, 'clipboard-sanitized-write', reply, ours)
    expect(reply.mock.calls).toEqual([[false], [false], [false], [false], [true]])
    const [check] = session.setPermissionCheckHandler.mock.calls[0] as [(...args: unknown[]) => boolean]
    expect(check(null, 'clipboard-sanitized-write', 'app://basin/')).toBe(true)
    expect(check(null, 'clipboard-sanitized-write', 'https://example.com/')).toBe(false)
    expect(check(null, 'clipboard-read', 'app://basin/')).toBe(false)
    expect((session.setDevicePermissionHandler.mock.calls[0] as [() => boolean])[0]()).toBe(false)
  })

  it('cancels what would leave the application', () => {
    expect(staysInside('app://basin/a.js')).toBe(true)
    expect(staysInside('blob:app://basin/1')).toBe(true)
    expect(staysInside('https://example.com/')).toBe(false)
    expect(staysInside('file:///etc/passwd')).toBe(false)
    expect(staysInside('ws://127.0.0.1/')).toBe(false)
  })
})

function fakeSession() {
  return {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
    webRequest: { onBeforeRequest: vi.fn() },
  }
}
