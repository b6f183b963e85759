import { describe, expect, it } from 'vitest'
import { contains } from './nesting.ts'
import { parameterCount } from './criteria.ts'
import type { CovarianceModel } from './types.ts'

const MODELS: CovarianceModel[] = [
  ...(['EII', 'VII', 'EEI', 'VEI', 'EVI', 'VVI', 'EEE'] as const),
  ...(['VEE', 'EVE', 'VVE', 'EEV', 'VEV', 'EVV', 'VVV'] as const),
]
const inside = (general: CovarianceModel) =>
  MODELS.filter((simple) => simple !== general && contains(general, simple)).join(' ')

describe('the covariance models that one contains', () => {
  it('are those with no letter that is freer', () => {
    expect(inside('EII')).toBe('')
    expect(inside('VEI')).toBe('EII VII EEI')
    expect(inside('EVI')).toBe('EII EEI')
    expect(inside('EEE')).toBe('EII EEI')
    expect(inside('VEE')).toBe('EII VII EEI VEI EEE')
    expect(inside('EVE')).toBe('EII EEI EVI EEE')
    expect(inside('EEV')).toBe('EII EEI EEE')
    expect(inside('VEV')).toBe('EII VII EEI VEI EEE VEE EEV')
    expect(inside('EVV')).toBe('EII EEI EVI EEE EVE EEV')
  })

  it('are all of them for VVV', () => {
    expect(inside('VVV').split(' ')).toHaveLength(13)
  })

  it('never have more parameters, and come before it in the order of the models', () => {
    for (const general of MODELS)
      for (const simple of MODELS) {
        if (simple === general || !contains(general, simple)) continue
        expect(parameterCount(simple, 4, 5)).toBeLessThan(parameterCount(general, 4, 5))
        expect(MODELS.indexOf(simple)).toBeLessThan(MODELS.indexOf(general))
      }
  })
})
