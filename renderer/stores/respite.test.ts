import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { createRespite } from './respite.ts'

let waiting: (() => void)[] = []
const idle = () => waiting.splice(0).forEach((each) => each())
const work = vi.fn()

beforeEach(() => {
  waiting = []
  work.mockReset()
  vi.stubGlobal('requestIdleCallback', (each: () => void) => waiting.push(each))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

it('what comes faster than the page can show it is shown once, when the page has been idle', () => {
  const { ask } = createRespite(work)
  ask()
  expect(work).toHaveBeenCalledTimes(1)
  ask()
  ask()
  expect(work).toHaveBeenCalledTimes(1)
  idle()
  expect(work).toHaveBeenCalledTimes(2)
  idle()
  expect(work).toHaveBeenCalledTimes(2)
  ask()
  expect(work).toHaveBeenCalledTimes(3)
})

it('at the end nothing is left over, and nothing is done twice', () => {
  const { ask, finish } = createRespite(work)
  ask()
  ask()
  finish()
  expect(work).toHaveBeenCalledTimes(2)
  finish()
  idle()
  expect(work).toHaveBeenCalledTimes(2)
})

it('a page that is never idle shows it once a second, by what arrives where no timer comes', () => {
  const request = vi.fn()
  vi.stubGlobal('requestIdleCallback', request)
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const { ask } = createRespite(work)
  ask()
  expect(request).toHaveBeenCalledExactlyOnceWith(expect.any(Function), { timeout: 1000 })
  vi.advanceTimersByTime(999)
  ask()
  expect(work).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  ask()
  expect(work).toHaveBeenCalledTimes(2)
  expect(request).toHaveBeenCalledOnce()
})
