import { expect, it } from 'vitest'
import { TERM_IDS } from '../../format/glossary/glossary.ts'
import { restartView, solutionView } from '../../stores/fake-engine.ts'
import { ownValue, type Shown } from './own-value.ts'

const best = solutionView('A', ['VVV-3-4'], { hits: 7, logLikelihood: -100, bic: 250.126, kind: 'best' })
const lower = solutionView('B', ['VVV-3-1'], { kind: 'inferior', logLikelihood: -103.5 })
const shown: Shown = {
  restart: restartView(1, { logLikelihood: -103.5 }),
  solution: lower,
  solutions: [best, lower],
  tried: 40,
}

it('says what a term comes to in what is shown', () => {
  expect(ownValue('gap', shown)).toBe('3.500')
  expect(ownValue('solution', shown)).toBe('B is shown, of 2: inferior')
  expect(ownValue('hits', { ...shown, solution: best })).toBe('7 of 40')
  expect(ownValue('bic', { ...shown, solution: best })).toBe('250.13')
  expect(ownValue('covariance-model', shown)).toBe('Full (VVV)')
})

it('has no figure of a solution where there is none', () => {
  for (const id of ['gap', 'hits', 'bic', 'icl', 'aic', 'parameters'] as const)
    expect(ownValue(id, { ...shown, solution: null })).toBeNull()
})

it('answers for every term, or says that no figure does', () => {
  for (const id of TERM_IDS) expect(ownValue(id, shown)).toSatisfy((value) => value === null || value !== '')
})
