import { expect, it } from 'vitest'
import { groupSolutions, type Candidate } from './solutions.ts'
import type { Mixture } from './types.ts'

const mixture = (mean: number): Mixture => ({
  components: 1,
  dimension: 1,
  weights: Float64Array.of(1),
  means: Float64Array.of(mean),
  covariances: Float64Array.of(1),
})

it('10,000 restarts of 1,000 solutions are compared with those near them only', () => {
  const candidates = Array.from({ length: 10_000 }, (_, index): Candidate => {
    const solution = index % 1000
    const logLikelihood = -1000 - solution
    return { id: String(index), index, status: 'converged', logLikelihood, mixture: mixture(solution) }
  })
  let compared = 0
  const solutions = groupSolutions(candidates, (a, b) => {
    compared++
    return a.means[0] === b.means[0]
  })
  expect(solutions).toHaveLength(1000)
  expect(solutions.every(({ restarts }) => restarts.length === 10)).toBe(true)
  expect(compared).toBe(9000)
})
