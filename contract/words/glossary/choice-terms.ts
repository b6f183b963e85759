import { phrase } from '../say.ts'
import type { WrittenTerm } from './term.ts'

/** Choosing a model, and comparing solutions. */
export const CHOICE_TERMS = {
  noise: {
    name: phrase('Noise component'),
    also: phrase('outliers, label 0'),
    meaning: phrase(
      'A uniform component beside the Gaussians, for rows that belong to no cluster; it costs two parameters, its share and its volume.',
    ),
    formula: 'f(x) = w₀ / V + Σ wₖ N(x | μₖ, Σₖ)',
    source: 'Banfield & Raftery 1993',
    place: 'settings',
  },
  'row-weight': {
    name: phrase('Row weight'),
    also: phrase('frequency, importance, case weight, n'),
    meaning: phrase(
      'How much a row counts: a frequency is the number of cases it stands for, and n is their sum; importance compares rows, has a mean of 1, and leaves n the rows used.',
    ),
    formula: 'logL = Σ vᵢ ln f(xᵢ)',
    place: 'settings',
  },
  'missing-at-random': {
    name: phrase('Missing at random'),
    also: phrase('MAR, missing cells, gaps, observed-data log-likelihood'),
    meaning: phrase(
      'Whether a cell is missing may hang on what the row has, not on what it lacks: EM then uses such rows by the cells they have.',
    ),
    formula: phrase('logL = Σ ln f(xᵢ, observed)'),
    source: 'Ghahramani & Jordan 1994',
    place: 'settings',
  },
  parameters: {
    name: phrase('Free parameters'),
    meaning: phrase('How many numbers a model may choose: what a criterion makes it pay for.'),
    formula: phrase('p = K d + (K − 1) + the covariance model’s'),
    source: 'Celeux & Govaert 1995',
    place: 'solution',
  },
  bic: {
    name: 'BIC',
    also: phrase('Bayesian information criterion'),
    meaning: phrase(
      'Fit less what its parameters cost, by the logarithm of the number of rows; lower is better (mclust prints the other sign).',
    ),
    formula: 'BIC = p·ln n − 2·logL',
    source: 'Schwarz 1978',
    place: 'Models/grid',
  },
  icl: {
    name: 'ICL',
    also: phrase('integrated completed likelihood'),
    meaning: phrase(
      'BIC that also charges for rows in doubt between components: it prefers clusters that stand apart; lower is better.',
    ),
    formula: phrase('ICL = BIC + 2·entropy'),
    source: 'Biernacki, Celeux & Govaert 2000',
    place: 'Models/grid',
  },
  aic: {
    name: 'AIC',
    also: phrase('Akaike information criterion'),
    meaning: phrase(
      'Fit less 2 per parameter: for many rows it lets more components through than BIC; lower is better.',
    ),
    formula: 'AIC = 2p − 2·logL',
    source: 'Akaike 1974',
    place: 'Models/grid',
  },
  'adjusted-rand-index': {
    name: phrase('Adjusted Rand index'),
    also: 'ARI',
    meaning: phrase('How alike two groupings of the rows are: 1 for the same, 0 for no more than by chance.'),
    formula: '(Σ C(nᵢⱼ, 2) − E) / (½[Σ C(aᵢ, 2) + Σ C(bⱼ, 2)] − E)',
    source: 'Hubert & Arabie 1985',
    place: 'Compare/all',
  },
  'variation-of-information': {
    name: phrase('Variation of information'),
    also: 'VI',
    meaning: phrase(
      'How much one grouping leaves open about another and the other way round: 0 for the same, larger for less alike.',
    ),
    formula: 'H(A) + H(B) − 2 I(A, B)',
    source: 'Meila 2007',
    place: 'Compare/two',
  },
  matching: {
    name: phrase('Matching'),
    also: phrase('Hungarian algorithm, counterpart'),
    meaning: phrase(
      'Which component of one solution is which of another: the pairing that shares most rows, so that colours mean the same.',
    ),
    source: 'Kuhn 1955',
    place: 'Compare/two',
  },
  agreement: {
    name: phrase('Agreement'),
    also: phrase('fragile'),
    meaning: phrase(
      'The share of the votes of all good solutions, weighted by their hits, that puts a row where this solution has it.',
    ),
    source: 'Dudoit & Fridlyand 2003',
    place: 'Compare/consensus',
  },
  consensus: {
    name: phrase('Consensus'),
    meaning: phrase(
      'What the good solutions of a model agree on: those within a gap of the best, each with as many votes as it has hits.',
    ),
    source: 'Strehl & Ghosh 2002',
    place: 'Compare/consensus',
  },
  coassignment: {
    name: phrase('Co-assignment'),
    meaning: phrase('How often the good solutions put two rows into one cluster.'),
    source: 'Fred & Jain 2005',
    place: 'Compare/consensus',
  },
  'known-label': {
    name: phrase('Known label'),
    also: phrase('ground truth, class'),
    meaning: phrase(
      'A column that says what each row is: clusters are set beside it, and it is never fitted unless a restart is started from it.',
    ),
    place: 'Compare/known',
  },
  purity: {
    name: phrase('Purity'),
    meaning: phrase(
      'The share of rows that are of the category most frequent in their cluster; it can only rise where clusters are split.',
    ),
    formula: '(1/n) Σₖ maxⱼ nₖⱼ',
    source: 'Zhao & Karypis 2001',
    place: 'Compare/known',
  },
  misplaced: {
    name: phrase('Misplaced row'),
    meaning: phrase(
      'A row whose cluster is not the one that matches its category, where clusters and categories are matched one to one.',
    ),
    place: 'Compare/known',
  },
  'normalised-mutual-information': {
    name: phrase('Normalised mutual information'),
    also: 'NMI',
    meaning: phrase('How much clusters and categories tell of each other: 0 for nothing, 1 for everything.'),
    formula: '2 I(A, B) / (H(A) + H(B))',
    source: 'Strehl & Ghosh 2002',
    place: 'Compare/known',
  },
  'merged-cluster': {
    name: phrase('Merged cluster'),
    also: phrase('merging, combining components, clustCombi'),
    meaning: phrase(
      'Several components that describe one crooked group, taken as one cluster: the pair whose merging lowers the entropy most comes first.',
    ),
    formula: phrase('tᵢⱼ + tᵢₖ; gain {gain}', {
      gain: 'Σᵢ [(tᵢⱼ + tᵢₖ) ln(tᵢⱼ + tᵢₖ) − tᵢⱼ ln tᵢⱼ − tᵢₖ ln tᵢₖ]',
    }),
    source: 'Baudry, Raftery, Celeux, Lo & Gottardo 2010',
    place: 'Models/merging',
  },
} satisfies Record<string, WrittenTerm>
