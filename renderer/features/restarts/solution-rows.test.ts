import { describe, expect, it } from 'vitest'
import { solutionView } from '../../stores/fake-engine.ts'
import { solutionRows } from './solution-rows.ts'

const solutions = [
  solutionView('A', ['VVV-2-0'], { logLikelihood: -90, kind: 'spurious' }),
  solutionView('B', ['VVV-2-1', 'VVV-2-2'], { logLikelihood: -100, kind: 'best' }),
  solutionView('C', ['VVV-2-swap-0'], { logLikelihood: -101, kind: 'near-tie', hits: 0 }),
]

describe('the list of solutions', () => {
  it('measures gaps from the solution taken as best, and says what each is', () => {
    const rows = solutionRows(solutions, { winner: solutions[1] ?? null, chosen: null, most: 10 })
    expect(rows.map(({ letter, kind, gap, hits }) => [letter, kind, gap, hits])).toEqual([
      ['A', 'spurious', '−10', '1'],
      ['B', 'best', '0', '2'],
      ['C', 'near tie', '1', 'refined'],
    ])
  })

  it('follows when a spurious one wins', () => {
    const rows = solutionRows(solutions, { winner: solutions[0] ?? null, chosen: null, most: 10 })
    expect(rows.map(({ kind, gap }) => [kind, gap])).toEqual([
      ['best (spurious)', '0'],
      ['best sound one', '10'],
      ['near tie', '11'],
    ])
  })

  it('is cut short, but never of the chosen one', () => {
    const rows = solutionRows(solutions, { winner: null, chosen: 'VVV-2-C', most: 1 })
    expect(rows.map(({ letter }) => letter)).toEqual(['A', 'C'])
  })
})
