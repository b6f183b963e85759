import { expect, it } from 'vitest'
import { restartView, solutionView } from './fake-engine.ts'
import { withSolutions } from './live-solutions.ts'

it('restarts follow their solution when its letter moves on, and the others stay the same objects', () => {
  const restarts = [
    restartView(0, { solution: 'VVV-2-A' }),
    restartView(1, { solution: 'VVV-2-A' }),
    restartView(2, { solution: null }),
  ]
  const now = withSolutions(restarts, [solutionView('A', ['VVV-2-1']), solutionView('B', ['VVV-2-0'])])
  expect(now.map(({ solution }) => solution)).toEqual(['VVV-2-B', 'VVV-2-A', null])
  expect(now[1]).toBe(restarts[1])
  expect(now[2]).toBe(restarts[2])
})
