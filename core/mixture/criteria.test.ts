import { describe, expect, it } from 'vitest'
import { criteria, parameterCount, smallSampleAic } from './criteria.ts'

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

describe('AICc', () => {
  it('adds 2p(p + 1)/(n − p − 1) to AIC', () => {
    expect(smallSampleAic(100, 4, 15)).toBe(104)
  })

  it('is not defined where n is at most p + 1', () => {
    expect([smallSampleAic(100, 9, 10), smallSampleAic(100, 9, 11)]).toEqual([null, 280])
  })
})
