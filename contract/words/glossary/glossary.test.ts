import { describe, expect, it } from 'vitest'
import { findTerms, isTermId, TERM_IDS, termOf, termText } from './glossary.ts'

describe('the glossary', () => {
  it.each([
    ...([
      'expectation step',
      'maximisation step',
      'latent variable',
      'responsibility',
      'log-likelihood',
    ] as const),
    ...(['convergence', 'local maximum', 'restart', 'BIC', 'E-step', 'ARI', 'full', 'GMM'] as const),
  ])('finds %s by that name', (typed) => {
    const [first] = findTerms(typed)
    const { name, also = [] } = termOf(first)
    expect([name, ...also].map((each) => each.toLowerCase())).toContain(typed.toLowerCase())
  })

  it('explains each term in one sentence', () => {
    for (const id of TERM_IDS) {
      const { meaning } = termOf(id)
      expect(meaning, id).toMatch(/^[A-Z][^.]*(?:\.\d[^.]*)*\.$/)
      expect(meaning.length, id).toBeLessThanOrEqual(200)
    }
  })

  it('has no name twice', () => {
    const names = TERM_IDS.map((id) => termOf(id).name.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
  })

  it('finds words anywhere in the meaning after those in names, whatever their case and accents', () => {
    const found = findTerms('EM')
    expect(termOf(found[0]).name).toBe('EM')
    expect(findTerms('bohning')).toEqual(findTerms('Böhning'))
    expect(findTerms('no such word')).toEqual([])
    expect(findTerms('')).toHaveLength(TERM_IDS.length)
  })

  it('gives meaning, formula and source as one text', () => {
    expect(termText('aic')).toMatch(/lower is better\. · AIC = 2p − 2·logL · Akaike 1974$/)
    expect(isTermId('toString')).toBe(false)
  })
})
