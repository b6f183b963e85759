import { expect, it } from 'vitest'
import { settingsOf } from '../fixtures/bench.ts'
import { checkModels } from './check-models.ts'

it('a prior is refused for covariance models without one, and those that have one are named', () => {
  const settings = settingsOf({ prior: 'conjugate', covariances: ['VVV', 'VVE', 'EEV'] })
  expect(() => checkModels(settings)).toThrowError(/A prior cannot be had with VVE and EEV/)
  try {
    checkModels(settings)
  } catch (refusal) {
    expect(refusal).toMatchObject({
      code: 'invalid-input',
      remedy: 'Choose among EII, VII, EEI, VVI, EEE and VVV, or do without it.',
    })
  }
})

it('a bound on the eigenvalue ratio is refused for models that share eigenvalues', () => {
  const refused = () => checkModels(settingsOf({ eigenvalueRatio: 10, covariances: ['EEE'] }))
  expect(refused).toThrowError(/ratio cannot be had with EEE/)
})

it('a prior and a bound together are refused', () => {
  expect(() => checkModels(settingsOf({ eigenvalueRatio: 10, prior: 'conjugate' }))).toThrowError(/both/)
})

it('either alone is taken where the model has it, a prior beside a ridge too', () => {
  checkModels(settingsOf({ prior: 'conjugate', regularisation: { kind: 'relative', value: 1e-6 } }))
  checkModels(settingsOf({ eigenvalueRatio: 10 }))
  expect(() => checkModels(settingsOf({ covariances: ['VVE'] }))).not.toThrow()
})
