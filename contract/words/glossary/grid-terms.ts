import { phrase } from '../say.ts'
import type { WrittenTerm } from './term.ts'

/** The grid of models. */
export const GRID_TERMS = {
  aicc: {
    name: 'AICc',
    also: phrase('corrected AIC, small-sample AIC'),
    meaning: phrase(
      'AIC corrected for few rows: a parameter costs more the nearer their number comes to that of the rows; lower is better.',
    ),
    formula: 'AICc = AIC + 2p(p + 1)/(n − p − 1)',
    source: 'Hurvich & Tsai 1989',
    place: 'Models/grid',
  },
  evidence: {
    name: phrase('Evidence'),
    also: phrase('Bayes factor, Kass and Raftery, barely worth a mention'),
    meaning: phrase(
      'What the difference of BIC says for the lowest: below 2 barely worth a mention, to 6 positive, to 10 strong, above very strong.',
    ),
    formula: phrase('Δ = BIC − lowest BIC ≈ 2 ln B'),
    source: 'Kass & Raftery 1995',
    place: 'Models/grid',
  },
  'model-weight': {
    name: phrase('Model weight'),
    also: phrase('Akaike weight, posterior probability'),
    meaning: phrase(
      'The share of a model in all: of BIC about its probability, were all as likely before the data; of AIC and AICc the Akaike weight.',
    ),
    formula: 'exp(−Δ/2) / Σ exp(−Δ/2)',
    source: 'Burnham & Anderson 2002',
    place: 'Models/grid',
  },
  settled: {
    name: phrase('Settled'),
    also: phrase('not settled'),
    meaning: phrase(
      'A cell whose two best restarts lie no further apart than the cell is from the lowest, and the lowest from the next: one lucky restart more would not change the order.',
    ),
    formula: phrase('spread ≤ lead'),
    place: 'Models/grid',
  },
  spread: {
    name: phrase('Spread'),
    meaning: phrase(
      'How far apart, in the criterion, the two best restarts of a cell are: 0 where two reached the same solution.',
    ),
    place: 'Models/grid',
  },
  lead: {
    name: phrase('Lead'),
    meaning: phrase(
      'How far a cell lies above the lowest, in the criterion; of the lowest, how far it lies below the next.',
    ),
    place: 'Models/grid',
  },
  difference: {
    name: phrase('Difference from the lowest'),
    also: 'Δ',
    meaning: phrase(
      'How far the criterion of a model lies above that of the lowest: what evidence and model weights are worked out from.',
    ),
    formula: phrase('Δ = value − lowest value'),
    source: 'Burnham & Anderson 2002',
    place: 'Models/grid',
  },
  'under-searched': {
    name: phrase('Under-searched'),
    also: phrase('nested models, monotone likelihood'),
    meaning: phrase(
      'A cell that reached less than one with fewer components, or a simpler covariance model, whose mixtures are all its own too: a better solution exists there.',
    ),
    source: 'Baudry & Celeux 2015',
    place: 'Models/grid',
  },
} satisfies Record<string, WrittenTerm>
