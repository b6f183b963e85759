import { afterEach, describe, expect, it } from 'vitest'
import { LANGUAGES, speakIn } from '../../languages/languages.ts'
import { findTerms, isTermId, namesOf, TERM_IDS, termOf, termText } from './glossary.ts'

afterEach(async () => speakIn('en'))

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
  ])('finds %s by that name, whatever is spoken', async (typed) => {
    for (const language of LANGUAGES) {
      await speakIn(language)
      const [first] = findTerms(typed)
      expect(namesOf(first).map((each) => each.toLowerCase())).toContain(typed.toLowerCase())
    }
  })

  it.each([
    ...(['near tie', 'inferior solution', 'spurious solution', 'saddle', 'emptied component'] as const),
    ...(['unfinished solution', 'set aside', 'spread', 'lead', 'Δ', 'tolerance', 'misplaced row'] as const),
    ...([
      'misclassification probability',
      'consensus',
      'stability',
      'merging',
      'likelihood-ratio test',
    ] as const),
  ])('has an entry for %s, first among what is found', (typed) => {
    expect(namesOf(findTerms(typed)[0]).map((each) => each.toLowerCase())).toContain(typed.toLowerCase())
  })

  it.each(LANGUAGES)('explains each term in one sentence, in %s', async (language) => {
    await speakIn(language)
    for (const id of TERM_IDS) {
      const { meaning } = termOf(id)
      expect(meaning, id).toMatch(/^\p{Lu}[^.]*(?:\.\d[^.]*)*\.$/u)
      expect(meaning.length, id).toBeLessThanOrEqual(language === 'en' ? 200 : 240)
    }
  })

  it.each(LANGUAGES)('has no name twice, in %s', async (language) => {
    await speakIn(language)
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

  it('says and finds terms in German, with ß as ss', async () => {
    await speakIn('de')
    expect(termText('near-tie')).toMatch(/ · Abstand < 2, ein Likelihood-Quotient von 7,4 · Edwards 1972$/)
    expect(termOf('likelihood-ratio-test').formula).toBe(
      'T = 2 (logL von K + 1 − logL von K), p = (1 + #{T* ≥ T}) / (B + 1)',
    )
    expect(findTerms('e-schritt')[0]).toBe('expectation-step')
    expect(findTerms('ausreisser')[0]).toBe('outlier')
  })

  it('is in the alphabetical order of the language', async () => {
    await speakIn('de')
    const names = findTerms('').map((id) => termOf(id).name)
    expect(names.slice(0, 3)).toEqual(['Abstand', 'Adjustierter Rand-Index', 'AIC'])
    const at = (name: string) => names.indexOf(name)
    expect(at('Treffer')).toBeLessThan(at('Überlappung'))
    expect(at('Überlappung')).toBeLessThan(at('Unechte Lösung'))
    expect(at('Unechte Lösung')).toBeLessThan(at('Wettlauf'))
  })

  it('gives meaning, formula and source as one text', () => {
    expect(termText('aic')).toMatch(/lower is better\. · AIC = 2p − 2·logL · Akaike 1974$/)
    expect(isTermId('toString')).toBe(false)
  })
})
