import { effectScope, nextTick, shallowRef } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { A_FRAME, useGrowing, useTurns } from './turns.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function begun(parts: number) {
  const wanted = shallowRef(true)
  const scope = effectScope()
  const shown = scope.run(() => useTurns(() => wanted.value, parts))
  if (shown === undefined) throw new Error('the scope has ended')
  return { wanted, scope, shown }
}

it('parts are shown one after another, each in a task of its own', () => {
  const { shown } = begun(3)
  const seen = [shown.value]
  for (let task = 0; task < 5; task++) {
    vi.advanceTimersToNextTimer()
    seen.push(shown.value)
  }
  expect(seen).toEqual([0, 1, 2, 3, 3, 3])
})

it('none is shown where they are not wanted any more, and they begin anew', async () => {
  const { wanted, shown } = begun(3)
  vi.advanceTimersToNextTimer()
  wanted.value = false
  await nextTick()
  vi.runAllTimers()
  expect(shown.value).toBe(0)
  wanted.value = true
  await nextTick()
  vi.runAllTimers()
  expect(shown.value).toBe(3)
})

it('nothing more is shown once the scope has ended', () => {
  const { scope, shown } = begun(3)
  vi.advanceTimersToNextTimer()
  scope.stop()
  vi.runAllTimers()
  expect(shown.value).toBe(1)
})

it('a long table grows to all of its rows, the first of which are there at once; a short one is whole', () => {
  const scope = effectScope()
  const rows = Array.from({ length: 100 }, (_, at) => at)
  const [long, short] =
    scope.run(() => [useGrowing(() => rows, 10), useGrowing(() => rows.slice(0, 10), 10)]) ?? []
  expect([long?.value.length, short?.value.length]).toEqual([10, 10])
  vi.advanceTimersByTime(A_FRAME)
  expect(long?.value.length).toBe(20)
  vi.runAllTimers()
  expect(long?.value).toEqual(rows)
  scope.stop()
})
