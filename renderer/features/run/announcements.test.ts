import { describe, expect, it } from 'vitest'
import { announce } from './announcements.ts'

describe('what is said of a fit', () => {
  it('changes at its start, after each quarter and at its end alone', () => {
    const said = Array.from({ length: 1001 }, (_, ended) =>
      announce({ running: true, ended, total: 1000, solutions: 2 }),
    )
    expect([...new Set(said)]).toEqual([
      'The fit has begun: 1,000 restarts.',
      'Restarts that have ended: 250 of 1,000.',
      'Restarts that have ended: 500 of 1,000.',
      'Restarts that have ended: 750 of 1,000.',
      'Restarts that have ended: 1,000 of 1,000.',
    ])
    expect(announce({ running: false, ended: 1000, total: 1000, solutions: 2 })).toBe(
      'The fit has ended with 1,000 restarts and 2 solutions.',
    )
  })

  it('is nothing before the first fit', () => {
    expect(announce({ running: false, ended: 0, total: 0, solutions: 0 })).toBe('')
  })
})
