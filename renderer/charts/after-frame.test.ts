// @vitest-environment happy-dom
import { effectScope } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useAfterFrame } from './after-frame.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function scheduled() {
  const work = vi.fn()
  const scope = effectScope()
  const ask = scope.run(() => useAfterFrame(work))
  if (ask === undefined) throw new Error('the scope has ended')
  return { work, scope, ask }
}

it('work asked for several times is done once, after the frame, and can be asked for again', () => {
  const { work, ask } = scheduled()
  ask()
  ask()
  expect(work).not.toHaveBeenCalled()
  vi.advanceTimersByTime(50)
  expect(work).toHaveBeenCalledOnce()
  ask()
  vi.advanceTimersByTime(50)
  expect(work).toHaveBeenCalledTimes(2)
})

it('work is dropped with the scope that asked for it', () => {
  const { work, scope, ask } = scheduled()
  ask()
  scope.stop()
  vi.advanceTimersByTime(50)
  expect(work).not.toHaveBeenCalled()
})
