import type { Term } from './term.ts'

/** The grid of models. */
export const GRID_TERMS = {
  aicc: {
    name: 'AICc',
    also: ['corrected AIC', 'small-sample AIC'],
    meaning:
      'AIC corrected for few rows: a parameter costs more the nearer their number comes to that of the rows; lower is better.',
    formula: 'AICc = AIC + 2p(p + 1)/(n − p − 1)',
    source: 'Hurvich & Tsai 1989',
    place: 'Models/grid',
  },
  evidence: {
    name: 'Evidence',
    also: ['Bayes factor', 'Kass and Raftery', 'barely worth a mention'],
    meaning:
      'What the difference of BIC says for the lowest: below 2 barely worth a mention, to 6 positive, to 10 strong, above very strong.',
    formula: 'Δ = BIC − lowest BIC ≈ 2 ln B',
    source: 'Kass & Raftery 1995',
    place: 'Models/grid',
  },
  'model-weight': {
    name: 'Model weight',
    also: ['Akaike weight', 'posterior probability'],
    meaning:
      'The share of a model in all: of BIC about its probability, were all as likely before the data; of AIC and AICc the Akaike weight.',
    formula: 'exp(−Δ/2) / Σ exp(−Δ/2)',
    source: 'Burnham & Anderson 2002',
    place: 'Models/grid',
  },
  settled: {
    name: 'Settled',
    also: ['not settled', 'spread', 'lead'],
    meaning:
      'A cell whose two best restarts lie no further apart than the cell is from the lowest, and the lowest from the next: one lucky restart more would not change the order.',
    formula: 'spread ≤ lead',
    place: 'Models/grid',
  },
  'under-searched': {
    name: 'Under-searched',
    also: ['nested models', 'monotone likelihood'],
    meaning:
      'A cell that reached less than one with fewer components, or a simpler covariance model, whose mixtures are all its own too: a better solution exists there.',
    source: 'Baudry & Celeux 2015',
    place: 'Models/grid',
  },
} as const satisfies Record<string, Term>
