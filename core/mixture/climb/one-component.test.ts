import { expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { RESTRICTIONS } from '../models/restriction.ts'
import { prepare } from '../prepare.ts'
import type { CovarianceModel } from '../types.ts'
import { runTraced } from './fixture.ts'

it('one component is at its maximum after an M-step or two, in every model and where a column is a copy of another', () => {
  const random = createRandom(6)
  const [a, b] = [0, 1].map(() => Float64Array.from({ length: 200 }, () => random.normal()))
  const { prepared } = prepare([a, b, a], 'none')
  const regularisation = { kind: 'relative', value: 1e-6 } as const
  const heights = new Map<string, number>()
  for (const covariance of Object.keys(RESTRICTIONS) as CovarianceModel[]) {
    for (const initialisation of ['kmeans', 'random-rows', 'hierarchical'] as const) {
      const change = { components: 1, covariance, initialisation, regularisation, maxIterations: 2000 }
      const { outcome } = runTraced(prepared, change)
      expect(outcome.status).toBe('converged')
      expect(outcome.iterations).toBeLessThanOrEqual(2)
      expect(outcome.flags).toEqual([])
      heights.set(covariance, outcome.logLikelihood ?? NaN)
    }
  }
  const [spherical, diagonal, full] = ['EII', 'EEI', 'EEE'].map((name) => heights.get(name) ?? NaN)
  for (const [covariance, height] of heights) {
    const same = covariance.endsWith('II') ? spherical : covariance.endsWith('I') ? diagonal : full
    expect(Math.abs(height - same)).toBeLessThan(1e-6)
  }
})
