import { describe, expect, it } from 'vitest'
import { restartView } from '../../stores/fake-engine.ts'
import { hoverFacts } from './hover-facts.ts'

describe('what is said of a restart under the pointer', () => {
  it('names its solution, how far it is from the best, how it ended and how it began', () => {
    const restart = restartView(16, { solution: 'VVV-2-B', logLikelihood: -1119.2141, iterations: 83 })
    expect(hoverFacts({ restart, rank: 3, gap: 4.7742 })).toEqual({
      title: 'Restart 17, solution B',
      lines: [
        'log-likelihood −1119.2141, gap 4.774',
        'converged after 83 iterations',
        'k-means++ centres, seed 1,016',
        'VVV-2-16',
      ],
    })
  })

  it('leaves out what a restart has not reached', () => {
    const restart = restartView(0, { state: 'waiting', logLikelihood: null, solution: null, iterations: 0 })
    expect(hoverFacts({ restart, rank: null, gap: null })).toMatchObject({
      title: 'Restart 1',
      lines: ['waiting', 'k-means++ centres, seed 1,000', 'VVV-2-0'],
    })
  })
})
