import { describe, expect, it } from 'vitest'
import { solutionView } from '../../stores/fake-engine.ts'
import { comparedSolutions, moved } from './matrix-cells.ts'

const solutions = [
  solutionView('B', ['b'], { logLikelihood: -101 }),
  solutionView('A', ['a'], { logLikelihood: -100 }),
  solutionView('A', ['c'], { id: 'EEE-3-A', covariance: 'EEE', components: 3, logLikelihood: -99 }),
]

describe('the solutions of a matrix', () => {
  it('are those of one cell, best first, or the first of each cell', () => {
    const ids = (scope: 'cell' | 'best') =>
      comparedSolutions(solutions, scope, { covariance: 'VVV', components: 2 }).solutions.map(({ id }) => id)
    expect(ids('cell')).toEqual(['VVV-2-A', 'VVV-2-B'])
    expect(ids('best')).toEqual(['VVV-2-B', 'EEE-3-A'])
    expect(comparedSolutions(solutions, 'cell', null).solutions).toEqual([])
  })

  it('are the best of many, and it is known how many are left out', () => {
    const many = Array.from({ length: 3_000 }, (_, at) =>
      solutionView(`${at}`, [`r${at}`], { logLikelihood: -at }),
    )
    const { solutions: shown, more } = comparedSolutions(many, 'cell', { covariance: 'VVV', components: 2 })
    expect([shown.length, more, shown[39]?.id]).toEqual([40, 2_960, 'VVV-2-39'])
  })
})

it('arrow keys move within the matrix and stop at its edges', () => {
  expect(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].map((key) => moved(4, key, 3))).toEqual([
    3, 5, 1, 7,
  ])
  expect(['ArrowLeft', 'ArrowUp'].map((key) => moved(0, key, 3))).toEqual([0, 0])
  expect(['ArrowRight', 'ArrowDown'].map((key) => moved(8, key, 3))).toEqual([8, 8])
  expect(moved(4, 'Enter', 3)).toBeNull()
})
