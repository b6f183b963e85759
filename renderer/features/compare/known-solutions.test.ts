import { expect, it } from 'vitest'
import { solutionView } from '../../stores/fake-engine.ts'
import { nearestWords } from './known-solutions.ts'

const best = solutionView('A', ['VVV-2-0'], { logLikelihood: -100 })
const second = solutionView('B', ['VVV-2-1'], { logLikelihood: -103 })

it('the best log-likelihood is nearest to what is known, or another solution is', () => {
  const of = (a: number, b: number) => [
    { solution: best, adjustedRandIndex: a },
    { solution: second, adjustedRandIndex: b },
  ]
  expect(nearestWords(of(0.9, 0.5), best)).toMatch(
    /^Of 2 solutions of this model, VVV 2 A .* also nearest \(ARI 0\.900\)\.$/,
  )
  expect(nearestWords(of(0.5, 0.9), best)).toMatch(
    /but VVV 2 B, 3.*below, is nearer to what is known \(ARI 0\.900\)/,
  )
  expect(nearestWords(of(0.5, NaN), best)).toBe('')
})
