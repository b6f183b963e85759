import { phrase } from '../say.ts'
import type { WrittenTerm } from './term.ts'

/** What can be doubted about clusters and rows. */
export const DOUBT_TERMS = {
  unclassified: {
    name: phrase('Unclassified'),
    meaning: phrase(
      'A row is left unclassified where its largest responsibility is below a threshold you set; its cluster keeps its number.',
    ),
    formula: 'maxₖ zᵢₖ < t',
    place: 'Clusters/Uncertainty',
  },
  outlier: {
    name: phrase('Outlier'),
    meaning: phrase(
      'A row among the share you choose of those with the lowest log density: the least like anything the model expects.',
    ),
    place: 'Clusters/Uncertainty',
  },
  overlap: {
    name: phrase('Overlap'),
    meaning: phrase(
      'How far the rows of one cluster belong to the component of another: their mean responsibility for it.',
    ),
    formula: phrase('oₖₗ = mean of zᵢₗ over the rows labelled k'),
    source: 'after Maitra & Melnykov 2010',
    place: 'Clusters/Uncertainty',
  },
  misclassification: {
    name: phrase('Misclassification probability'),
    meaning: phrase(
      'Of the rows that come from the component of one cluster, the share that is expected to be labelled with another.',
    ),
    source: 'Maitra & Melnykov 2010',
    place: 'Clusters/Uncertainty',
  },
  silhouette: {
    name: phrase('Silhouette'),
    meaning: phrase(
      'How much nearer a row is to its own cluster than to the next, from −1 to 1, by distances between standardised columns; long or nested clusters can have low ones and be right.',
    ),
    formula: 's = (b − a)/max(a, b)',
    source: 'Rousseeuw 1987',
    place: 'Clusters/Uncertainty',
  },
} satisfies Record<string, WrittenTerm>
