import { phrase } from '../say.ts'
import type { WrittenTerm } from './term.ts'

/** The model: what is fitted. */
export const MODEL_TERMS = {
  mixture: {
    name: phrase('Gaussian mixture'),
    also: phrase('GMM, mixture model'),
    meaning: phrase(
      'A model that takes each row as drawn from one of K normal distributions, without saying from which.',
    ),
    formula: 'f(x) = Σₖ wₖ N(x; μₖ, Σₖ)',
    source: 'McLachlan & Peel 2000',
    place: 'Clusters',
  },
  component: {
    name: phrase('Component'),
    meaning: phrase(
      'One of the K normal distributions of the mixture, with a weight, a mean and a covariance.',
    ),
    formula: 'wₖ N(x; μₖ, Σₖ)',
    source: 'McLachlan & Peel 2000',
    place: 'Clusters',
  },
  cluster: {
    name: phrase('Cluster'),
    meaning: phrase(
      'The rows that are labelled with one component: those for which it has the largest responsibility.',
    ),
    formula: phrase('label = arg maxₖ zᵢₖ'),
    source: 'McLachlan & Peel 2000',
    place: 'Clusters',
  },
  weight: {
    name: phrase('Weight'),
    also: phrase('mixing proportion'),
    meaning: phrase('The share of all rows that comes from a component; the weights add up to 1.'),
    formula: 'wₖ = nₖ / n, nₖ = Σᵢ zᵢₖ',
    source: 'McLachlan & Peel 2000',
    place: 'Clusters',
  },
  mean: {
    name: phrase('Mean'),
    also: phrase('centre'),
    meaning: phrase(
      'The centre of a component: the average of the rows, each counted by its responsibility.',
    ),
    formula: 'μₖ = Σᵢ zᵢₖ xᵢ / nₖ',
    source: 'Dempster, Laird & Rubin 1977',
    place: 'Clusters',
  },
  covariance: {
    name: phrase('Covariance'),
    meaning: phrase(
      'How wide a component is in each column and how its columns vary together: the ellipse that is drawn.',
    ),
    formula: phrase('Σₖ = Σᵢ zᵢₖ (xᵢ − μₖ)(xᵢ − μₖ)ᵀ / nₖ (full model)'),
    source: 'Dempster, Laird & Rubin 1977',
    place: 'Clusters',
  },
  'covariance-model': {
    name: phrase('Covariance model'),
    also: phrase('full, tied, diagonal, spherical, VVV, EEE, VVI, VII, volume, shape, orientation'),
    meaning: phrase(
      'What the ellipses of the components may share: three letters say whether volume, shape and orientation are Equal, Varying or along the axes (I).',
    ),
    formula: 'Σₖ = λₖ Dₖ Aₖ Dₖᵀ, |Aₖ| = 1',
    source: 'Celeux & Govaert 1995',
    place: 'settings',
  },
  'latent-variable': {
    name: phrase('Latent variable'),
    also: phrase('hidden, unobserved'),
    meaning: phrase(
      'What is not in the file: which component a row came from; EM works with its probabilities instead, the responsibilities.',
    ),
    source: 'Dempster, Laird & Rubin 1977',
    place: 'Clusters',
  },
  responsibility: {
    name: phrase('Responsibility'),
    also: phrase('posterior probability'),
    meaning: phrase('How probable it is, under the model, that a row came from a component.'),
    formula: 'zᵢₖ = wₖ N(xᵢ; μₖ, Σₖ) / f(xᵢ)',
    source: 'Dempster, Laird & Rubin 1977',
    place: 'Clusters',
  },
  uncertainty: {
    name: phrase('Uncertainty'),
    meaning: phrase('How far a row’s label is in doubt: 1 less its largest responsibility.'),
    formula: '1 − maxₖ zᵢₖ',
    source: 'Fraley & Raftery 2002',
    place: 'Clusters',
  },
  entropy: {
    name: phrase('Entropy'),
    meaning: phrase(
      'How much the responsibilities leave open: 0 where every row belongs to one component alone.',
    ),
    formula: 'EN = −Σᵢ Σₖ zᵢₖ ln zᵢₖ',
    source: 'Celeux & Soromenho 1996',
    place: 'Models/grid',
  },
  'log-density': {
    name: phrase('Log density'),
    meaning: phrase(
      'How well the model expects a row: the logarithm of the mixture’s density there; low ones are outliers.',
    ),
    formula: 'ln f(xᵢ)',
    source: 'McLachlan & Peel 2000',
    place: 'Clusters',
  },
  contour: {
    name: phrase('Density contour'),
    meaning: phrase('The smallest region that holds 50, 80 or 95 % of what the model expects.'),
    source: 'Hyndman 1996',
    place: 'Clusters',
  },
  'principal-component': {
    name: phrase('Principal component'),
    meaning: phrase(
      'A direction in which the standardised columns vary most: an axis to look at many columns from.',
    ),
    source: 'Pearson 1901',
    place: 'Clusters',
  },
  discriminant: {
    name: phrase('Discriminant axes'),
    meaning: phrase('The plane on which the clusters of a restart stand farthest apart for their width.'),
    source: 'Fisher 1936; Rao 1948',
    place: 'Clusters',
  },
  scaling: {
    name: phrase('Scaling'),
    meaning: phrase(
      'The unit in which a circle is a circle: it matters to models of spheres or shared shapes, to the prior and to the eigenvalue ratio, and to no other.',
    ),
    source: 'Celeux & Govaert 1995',
    place: 'settings',
  },
} satisfies Record<string, WrittenTerm>
