import { describe, expect, it } from 'vitest'
import { criteria, parameterCount } from './criteria.ts'

describe('criteria', () => {
  it('count the free parameters of each covariance model', () => {
    const count = (covariance: 'VII' | 'VVI' | 'EEE' | 'VVV') => parameterCount(covariance, 3, 4)
    expect([count('VII'), count('VVI'), count('EEE'), count('VVV')]).toEqual([17, 26, 24, 44])
  })

  it('are lower for the better model, and ICL adds twice the entropy to BIC', () => {
    const { bic, aic, icl } = criteria(-1130.26396, 11, 272, 2.5)
    expect(bic).toBeCloseTo(2322.1917, 3)
    expect(aic).toBeCloseTo(2282.52792, 5)
    expect(icl - bic).toBeCloseTo(5, 12)
  })
})
