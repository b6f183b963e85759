import { phrase } from '../say.ts'
import type { WrittenTerm } from './term.ts'

const P_VALUE = 'p = (1 + #{T* ≥ T}) / (B + 1)'

/** Terms of what is drawn again. */
export const RESAMPLING_TERMS = {
  bootstrap: {
    name: phrase('Bootstrap'),
    also: phrase('replicate, resampling, subsample'),
    meaning: phrase(
      'The whole procedure again on as many rows drawn from the data with repeats: how much results change from one replicate to the next is how sure they are.',
    ),
    source: 'Efron 1979',
    place: 'Models/stability',
  },
  stability: {
    name: phrase('Stability'),
    also: phrase('reproducibility'),
    meaning: phrase(
      'How far the clusters are found again when the whole procedure is repeated on rows drawn again; stable is not the same as real.',
    ),
    source: 'Hennig 2007; von Luxburg 2010',
    place: 'Models/stability',
  },
  'jaccard-similarity': {
    name: phrase('Jaccard similarity'),
    also: phrase('dissolved'),
    meaning: phrase(
      'Rows that a cluster and the one matched to it in a replicate share, of the rows that either has: 1 where it was found again whole, at most 0.5 where it dissolved.',
    ),
    formula: '|A ∩ B| / |A ∪ B|',
    source: 'Hennig 2007',
    place: 'Models/stability',
  },
  'percentile-interval': {
    name: phrase('Percentile interval'),
    also: phrase('confidence interval, bootstrap interval'),
    meaning: phrase(
      'The middle 95 % of what a parameter came to in the replicates, after their components were matched.',
    ),
    source: 'Efron 1979; O’Hagan, Murphy, Scrucca & Gormley 2019',
    place: 'Models/stability',
  },
  'likelihood-ratio-test': {
    name: phrase('Bootstrap likelihood-ratio test'),
    also: phrase('likelihood-ratio test, BLRT, LRT'),
    meaning: phrase(
      'Whether one more component gains more log-likelihood than it gains on samples drawn from the model without it.',
    ),
    formula: phrase('T = 2 (logL of K + 1 − logL of K), {p}', { p: P_VALUE }),
    source: 'McLachlan 1987',
    place: 'Models/test',
  },
  'p-value': {
    name: phrase('p-value'),
    meaning: phrase(
      'How often samples drawn from the smaller model gain at least as much from one more component as the data do; it is not the probability that the smaller model is true.',
    ),
    formula: P_VALUE,
    source: 'Davison & Hinkley 1997',
    place: 'Models/test',
  },
} satisfies Record<string, WrittenTerm>
