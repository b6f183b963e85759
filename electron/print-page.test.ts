import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron'
import { expect, it, vi } from 'vitest'
import { paperOf, printPage } from './print-page.ts'

function means() {
  const lets: boolean[] = []
  const session = {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    webRequest: {
      onBeforeRequest(
        guard: (details: { url: string }, reply: (answer: { cancel: boolean }) => void) => void,
      ) {
        for (const url of [
          'data:text/html;base64,',
          'https://example.org/',
          'file:///etc/passwd',
          'app://basin/',
        ])
          guard({ url }, ({ cancel }) => lets.push(!cancel))
      },
    },
  } as unknown as Session
  const asked: BrowserWindowConstructorOptions[] = []
  const loadURL = vi.fn((_url: string) => Promise.resolve())
  const printToPDF = vi.fn(() => Promise.resolve(Buffer.from('%PDF')))
  const destroy = vi.fn()
  const open = (options: BrowserWindowConstructorOptions) => {
    asked.push(options)
    return { loadURL, destroy, webContents: { printToPDF } } as unknown as BrowserWindow
  }
  return { session, open, locale: 'de-DE', asked, lets, loadURL, printToPDF, destroy }
}

it('a document is printed in a window that nobody sees, that runs nothing and fetches nothing', async () => {
  const all = means()
  const bytes = await printPage(all, '<p>Füße</p>')
  expect(Buffer.from(bytes).toString()).toBe('%PDF')
  expect(all.asked[0]).toMatchObject({
    show: false,
    webPreferences: { javascript: false, sandbox: true, nodeIntegration: false },
  })
  expect(all.asked[0]?.webPreferences?.preload).toBeUndefined()
  expect(all.lets).toEqual([true, false, false, false])
  const [address = ''] = all.loadURL.mock.lastCall ?? []
  expect(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64').toString('utf8')).toBe('<p>Füße</p>')
  expect(all.destroy).toHaveBeenCalledOnce()
})

it('the window goes also where printing fails, and what is too long is refused before', async () => {
  const all = means()
  all.printToPDF.mockRejectedValueOnce(new Error('no printer'))
  await expect(printPage(all, '<p>')).rejects.toThrow('no printer')
  expect(all.destroy).toHaveBeenCalledOnce()
  await expect(printPage(all, 'x'.repeat(2_000_000))).rejects.toMatchObject({ code: 'too-large' })
  expect(all.asked).toHaveLength(1)
})

it('paper is what is common where the person is', () => {
  expect(paperOf('en-US').pageSize).toBe('Letter')
  expect(paperOf('en-GB').pageSize).toBe('A4')
  expect(paperOf('de').pageSize).toBe('A4')
})
