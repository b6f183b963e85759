import { expect, it } from 'vitest'
import type { RunningFit } from '../../stores/fit-call.ts'
import { planEnd, planState, type PageFacts } from './page-state.ts'

const running = { done: 1, total: 3, tried: 0, toTry: 0 } as RunningFit
const idle: PageFacts = {
  file: 'a.csv',
  opening: false,
  running: null,
  asks: true,
  theme: 'system',
  menu: { met: { data: true, fit: false, running: false }, whyNot: () => null },
}

it('a running fit is asked about before the window closes, unless the person prefers otherwise', () => {
  expect(planState(idle).closing).toBeNull()
  expect(planState({ ...idle, running }).closing).toContain('“a.csv”')
  expect(planState({ ...idle, running, asks: false }).closing).toBeNull()
})

it('how far a fit is goes out in hundredths, and as not known before there is anything to count', () => {
  expect(planState({ ...idle, running }).fit).toEqual({ fraction: 0.33 })
  expect(planState({ ...idle, running: { ...running, total: 0 } }).fit).toEqual({ fraction: null })
  expect(planState(idle).fit).toBeNull()
})

it('a window with a file on its way takes no other', () => {
  expect(planState({ ...idle, file: null }).open).toBe(false)
  expect(planState({ ...idle, file: null, opening: true }).open).toBe(true)
})

it('commands that would do nothing are named', () => {
  const { disabled } = planState(idle)
  expect(disabled).toContain('export')
  expect(disabled).not.toContain('open')
})

it('the end of a fit is told of where it took more than ten seconds', () => {
  const found = { restarts: 40, solutions: 1, stopped: false }
  expect(planEnd('a.csv', 10_000, found)).toBeNull()
  expect(planEnd('a.csv', 10_001, found)).toEqual({
    title: 'The fit of “a.csv” has ended',
    text: '40 restarts, 1 solution.',
  })
})

it('the windows of the system are as light or dark as the page', () => {
  const themes = (['system', 'light', 'dark', 'contrast'] as const).map(
    (theme) => planState({ ...idle, theme }).theme,
  )
  expect(themes).toEqual(['system', 'light', 'dark', 'system'])
})
