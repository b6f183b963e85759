import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createUpdates } from './updates.ts'

const DAY = 24 * 60 * 60 * 1000
beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function setUp({ hasFeed = true, fails = false } = {}) {
  let tell: (update: { version: string }) => void = () => undefined
  const cancel = vi.fn()
  const updater = {
    autoInstallOnAppQuit: true,
    checkForUpdates: vi.fn(() =>
      fails ? Promise.reject(new Error('no network')) : Promise.resolve({ cancellationToken: { cancel } }),
    ),
    on: (_event: string, listener: typeof tell) => (tell = listener),
  }
  const load = vi.fn(() => Promise.resolve(updater))
  const ready = vi.fn()
  const updates = createUpdates({ hasFeed, load, ready })
  return { updates, updater, load, ready, cancel, download: (version: string) => tell({ version }) }
}

describe('updates', () => {
  it('ask nobody anything until they are allowed, nor once they are switched off', async () => {
    const { updates, updater, load, cancel } = setUp()
    expect(updates.allow(false)).toBe(true)
    await vi.advanceTimersByTimeAsync(3 * DAY)
    expect(load).not.toHaveBeenCalled()
    updates.allow(true)
    await vi.advanceTimersByTimeAsync(0)
    expect(updater.checkForUpdates).toHaveBeenCalledOnce()
    updates.allow(false)
    await vi.advanceTimersByTimeAsync(3 * DAY)
    expect(updater.checkForUpdates).toHaveBeenCalledOnce()
    expect(cancel).toHaveBeenCalled()
    expect(updater.autoInstallOnAppQuit).toBe(false)
  })

  it('are looked for at the start and once a day, however many windows allow it', async () => {
    const { updates, updater } = setUp()
    updates.allow(true)
    updates.allow(true)
    await vi.advanceTimersByTimeAsync(2 * DAY)
    expect(updater.checkForUpdates).toHaveBeenCalledTimes(3)
  })

  it('are not there at all in a program without an address to look at', async () => {
    const { updates, load } = setUp({ hasFeed: false })
    expect(updates.allow(true)).toBe(false)
    await vi.advanceTimersByTimeAsync(DAY)
    expect(load).not.toHaveBeenCalled()
  })

  it('say when one is ready, also to a window that opens later', async () => {
    const { updates, ready, download } = setUp()
    updates.allow(true)
    await vi.advanceTimersByTimeAsync(0)
    download('0.2.0')
    updates.allow(true)
    expect(ready.mock.calls).toEqual([['0.2.0'], ['0.2.0']])
  })

  it('ask again another day where there is no network', async () => {
    const { updates, updater } = setUp({ fails: true })
    updates.allow(true)
    await vi.advanceTimersByTimeAsync(DAY)
    expect(updater.checkForUpdates).toHaveBeenCalledTimes(2)
  })
})
