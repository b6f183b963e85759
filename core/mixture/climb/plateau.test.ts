import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { prepare } from '../prepare.ts'
import { runTraced, threeClouds } from './fixture.ts'

const codes = (columns: Float64Array[], change: Parameters<typeof runTraced>[1]) => {
  const { outcome } = runTraced(prepare(columns, 'none').prepared, change)
  expect(outcome.status).toBe('converged')
  return outcome.flags.map((flag) => flag.code)
}

describe('the plateau flag', () => {
  it('marks a restart that stopped while its gains hardly shrank, in any units', () => {
    const random = createRandom(4)
    const normal = Float64Array.from({ length: 200 }, () => random.normal())
    for (const unit of [1, 2 ** 40]) {
      const change = { components: 2, covariance: 'EEE', initialisation: 'random-responsibilities' } as const
      const columns = [normal.map((value) => value * unit)]
      expect(codes(columns, { ...change, seed: 3, tolerance: 1e-4 })).toContain('plateau')
    }
  })

  it('leaves alone a single component, whose last gains are mere rounding and may look alike', () => {
    for (const seed of [357, 389]) {
      const random = createRandom(seed)
      const columns = [0, 1].map(() => Float64Array.from({ length: 60 }, () => random.normal()))
      const regularisation = { kind: 'relative', value: 1e-6 } as const
      const change = { components: 1, initialisation: 'kmeans', seed: 1, tolerance: 1e-7 } as const
      expect(codes(columns, { ...change, regularisation, acceleration: 'squarem' })).toEqual([])
    }
  })

  it('leaves alone what rounding makes of columns that depend on each other', () => {
    const random = createRandom(5)
    const [a, b] = [0, 1].map(() => Float64Array.from({ length: 200 }, () => random.normal()))
    const regularisation = { kind: 'relative', value: 1e-6 } as const
    for (const components of [1, 2, 3]) {
      for (let seed = 0; seed < 10; seed++) {
        const change = {
          components,
          seed,
          initialisation: 'kmeans',
          tolerance: 1e-7,
          regularisation,
        } as const
        expect(codes([a, b, a], { ...change, acceleration: 'squarem' })).not.toContain('plateau')
      }
    }
  })

  it('leaves alone restarts whose gains die away', () => {
    for (let seed = 0; seed < 20; seed++) {
      for (const acceleration of ['none', 'squarem'] as const)
        expect(codes(threeClouds(createRandom(2), 60, 2), { seed, acceleration })).not.toContain('plateau')
    }
  })
})
