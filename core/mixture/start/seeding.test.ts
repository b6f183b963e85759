import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { prepare } from '../prepare.ts'
import { runRestart } from '../restart.ts'
import type { Initialisation } from '../types.ts'
import { seedCentres } from './seeding.ts'

const random = createRandom(6)
const { prepared } = prepare(
  [0, 1].map(() => Float64Array.from({ length: 200 }, () => random.normal())),
  'none',
)

describe('a start that is stopped', () => {
  it('is so at any candidate for a centre', () => {
    let asked = 0
    const free = () => asked++ < 0
    expect(seedCentres(prepared, 10, createRandom(1), free)).toHaveLength(20)
    expect(asked).toBe(9 * 4)
    for (let budget = 0; budget < 36; budget++) {
      asked = 0
      expect(seedCentres(prepared, 10, createRandom(1), () => asked++ >= budget)).toBeNull()
      expect(asked).toBe(budget + 1)
    }
  })

  it.each(['kmeans++', 'kmeans'] satisfies Initialisation[])(
    'asks no more after the answer was yes: %s',
    (initialisation) => {
      for (let budget = 0; budget < 120; budget += 3) {
        let asked = 0
        const outcome = runRestart(
          prepared,
          {
            components: 10,
            covariance: 'VVV',
            initialisation,
            index: 0,
            seed: 1,
            tolerance: 1e-6,
            maxIterations: 50,
            regularisation: { kind: 'relative', value: 1e-6 },
            prior: 'none',
            eigenvalueRatio: null,
            acceleration: 'none',
            subsample: false,
          },
          { stopped: () => asked++ >= budget, iterated: () => undefined },
        )
        expect(outcome.status).toBe('stopped')
        expect(asked).toBe(budget + 1)
      }
    },
  )
})
