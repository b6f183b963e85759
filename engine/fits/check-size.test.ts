import { describe, expect, it } from 'vitest'
import { settingsOf } from '../fixtures/bench.ts'
import { numberTable } from '../fixtures/number-table.ts'
import { checkSize } from './check-size.ts'
import { planRestarts } from './plan.ts'

describe('the size of a fit', () => {
  const table = numberTable([1, 2, 4], [3, 5, 6])
  const settings = settingsOf({ components: { from: 1, to: 2 }, restarts: 5, maxIterations: 10 })
  const plan = planRestarts(settings)
  const curves = 16 + 10 * 4 + 10 * 10 * 8
  const rows = 3 * 2 * 8
  const found = 5 * (1 + 2) * (1 + 2 + 4) * 8
  const labels = 3 * (1 + 8 + 8 + 4)
  const all = curves + rows + found + labels

  it('may fill the memory that is free, counted over curves, rows, what is found and labels', () => {
    expect(() => checkSize(table, settings, plan, 10, all)).not.toThrow()
    expect(() => checkSize(table, settings, plan, 10, all - 100)).toThrowError(
      'The fit needs about 1.8 KB of memory, most of it for their curves; 1.7 KB are free: 100 bytes are missing.',
    )
  })

  it('is refused by its curves alone where they are too long, whatever is free', () => {
    const long = { ...settings, maxIterations: 100_000_000 }
    expect(() => checkSize(table, long, plan, 10, Infinity)).toThrowError(/GB for their curves/)
  })
})
