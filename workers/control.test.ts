import { expect, test } from 'vitest'
import { createWorkControl, workControl } from './control.ts'

test('another view of the same memory sees the stop', () => {
  const control = createWorkControl()
  const far = workControl(control.buffer)
  expect(far.stopped()).toBe(false)
  control.stop()
  expect(far.stopped()).toBe(true)
})

test('what is sealed cannot be stopped any more, and what was stopped cannot be sealed', () => {
  const control = createWorkControl()
  expect(control.seal()).toBe(true)
  control.stop()
  expect(control.stopped()).toBe(false)
  const stopped = createWorkControl()
  stopped.stop()
  expect(stopped.seal()).toBe(false)
  expect(stopped.stopped()).toBe(true)
})

test('a fraction is null until the total is known', () => {
  const control = createWorkControl()
  expect(control.reading()).toEqual({ fraction: null, rows: 0 })
  workControl(control.buffer).report(3, 12, 40)
  expect(control.reading()).toEqual({ fraction: 0.25, rows: 40 })
})

test('what several tasks add is summed, beyond 32 bits too', () => {
  const control = createWorkControl()
  control.report(0, 2 ** 34, 0)
  workControl(control.buffer).advance(2 ** 32, 10)
  workControl(control.buffer).advance(2 ** 32, 5)
  expect(control.reading()).toEqual({ fraction: 0.5, rows: 15 })
})
