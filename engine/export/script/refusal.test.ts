import { describe, expect, it } from 'vitest'
import { COVARIANCE_MODELS } from '../../../contract/schemas.ts'
import { scriptRefusal, sklearnType } from './refusal.ts'

const plain = { prior: 'none', eigenvalueRatio: null, weights: null, missing: 'drop', noise: false } as const

describe('a script', () => {
  it('in Python is refused for ten models, with a word about R; in R for none', () => {
    const refused = COVARIANCE_MODELS.filter((model) => scriptRefusal('python', model, 2, plain) !== null)
    expect(refused).toEqual(['EII', 'EEI', 'VEI', 'EVI', 'VEE', 'EVE', 'VVE', 'EEV', 'VEV', 'EVV'])
    expect(scriptRefusal('python', 'VEV', 2, plain)?.remedy).toMatch(/script in R/)
    expect(COVARIANCE_MODELS.filter((model) => scriptRefusal('r', model, 2, plain) !== null)).toEqual([])
  })

  it('of one column is there for all models: equal variances are tied, others full', () => {
    expect(COVARIANCE_MODELS.map((model) => scriptRefusal('python', model, 1, plain))).toEqual(
      COVARIANCE_MODELS.map(() => null),
    )
    expect(sklearnType('EEI', 1)).toBe('tied')
    expect(sklearnType('VVI', 1)).toBe('full')
  })

  it('with a prior is there in R alone, with a bound on eigenvalues in neither', () => {
    expect(scriptRefusal('python', 'VVV', 2, { ...plain, prior: 'conjugate' })?.remedy).toMatch(/R/)
    expect(scriptRefusal('r', 'VVV', 2, { ...plain, prior: 'conjugate' })).toBeNull()
    for (const language of ['python', 'r'] as const)
      expect(scriptRefusal(language, 'VVV', 2, { ...plain, eigenvalueRatio: 10 })?.code).toBe('not-available')
  })

  it('refuses both for a fit of rows with missing cells', () => {
    for (const language of ['python', 'r'] as const)
      expect(scriptRefusal(language, 'VVV', 2, { ...plain, missing: 'em' })?.message).toMatch(/missing cells/)
  })
})
