import { EventEmitter } from 'node:events'
import type { BrowserWindow, Dialog } from 'electron'
import { expect, it, vi } from 'vitest'
import { askBeforeClosing } from './closing.ts'

function setUp(ends: string | null, response: number) {
  const window = Object.assign(new EventEmitter(), {
    destroy: vi.fn(),
    isDestroyed: () => false,
    isMinimized: vi.fn(() => false),
    restore: vi.fn(),
  })
  const showMessageBox = vi.fn(() => Promise.resolve({ response, checkboxChecked: false }))
  const parts = { ends: () => ends, closes: vi.fn(), agreed: vi.fn(), kept: vi.fn() }
  const dialog = { showMessageBox } as unknown as Dialog
  askBeforeClosing(window as unknown as BrowserWindow, dialog, parts)
  const close = () => {
    const preventDefault = vi.fn()
    window.emit('close', { preventDefault })
    return preventDefault
  }
  return { window, showMessageBox, close, ...parts }
}

it('a window in which nothing ends closes without a question', () => {
  const { close, showMessageBox, closes } = setUp(null, 0)
  expect(close()).not.toHaveBeenCalled()
  expect(showMessageBox).not.toHaveBeenCalled()
  expect(closes).toHaveBeenCalledOnce()
})

it('a window in which a fit runs stays where the person keeps it', async () => {
  const { close, window, kept } = setUp('It ends.', 0)
  expect(close()).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(kept).toHaveBeenCalledOnce())
  expect(window.destroy).not.toHaveBeenCalled()
})

it('a window in which a fit runs closes with consent, and is asked about once', async () => {
  const { close, window, showMessageBox, agreed, closes } = setUp('It ends.', 1)
  close()
  expect(close()).toHaveBeenCalledOnce()
  await vi.waitFor(() => expect(agreed).toHaveBeenCalledOnce())
  expect(window.destroy).toHaveBeenCalledOnce()
  expect(closes).toHaveBeenCalledOnce()
  expect(showMessageBox).toHaveBeenCalledOnce()
})

it('a window that is minimised comes back for the question', () => {
  const { close, window, showMessageBox } = setUp('It ends.', 0)
  window.isMinimized.mockReturnValue(true)
  window.restore.mockImplementation(() => expect(showMessageBox).not.toHaveBeenCalled())
  close()
  expect(window.restore).toHaveBeenCalledOnce()
  expect(showMessageBox).toHaveBeenCalledOnce()
})
