import { describe, expect, it } from 'vitest'
import { whyNotRun } from './why-not.ts'

const ready = { open: true, engine: 'ready' as const, running: false, stopping: false, errors: {} }

describe('whether a fit can be run', () => {
  it('it can when everything is in order', () => {
    expect(whyNotRun(ready)).toBe('')
  })

  it.each([
    [{ ...ready, open: false }, 'Open a file first.'],
    [{ ...ready, engine: 'gone' as const }, 'The engine is not running.'],
    [{ ...ready, running: true }, 'Esc stops and keeps the results.'],
    [{ ...ready, errors: { columns: 'Tick at least one column.' } }, 'Tick at least one column.'],
    [
      { ...ready, errors: { components: 'x', maxIterations: 'y' } },
      'Mend first: Components, Iteration limit.',
    ],
  ])('otherwise the reason is given', (state, reason) => {
    expect(whyNotRun(state)).toBe(reason)
  })
})
