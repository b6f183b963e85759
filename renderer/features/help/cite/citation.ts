import { citeBasin } from '../../../../contract/words/citation.ts'
import { say } from '../../../../contract/words/say.ts'
import { version } from '../../../../package.json'

export interface Citation {
  /** How it is listed in the dialog. */
  what: string
  text: string
  bibtex: string
}

interface Paper {
  key: string
  what: string
  authors: readonly string[]
  year: number
  title: string
  journal: string
  volume: string
  pages: string
}

/** Basin itself. */
export const BASIN: Citation = {
  what: 'Basin',
  text: citeBasin(version),
  bibtex: `@software{basin,
  author  = {{The Basin authors}},
  title   = {Basin: exploratory clustering with every {EM} restart in view},
  year    = {2026},
  version = {${version}}
}`,
}

const PAPERS: readonly Paper[] = [
  {
    key: 'dempster1977',
    what: say('The EM algorithm'),
    authors: ['Dempster, A. P.', 'Laird, N. M.', 'Rubin, D. B.'],
    year: 1977,
    title: 'Maximum likelihood from incomplete data via the EM algorithm',
    journal: 'Journal of the Royal Statistical Society, Series B',
    volume: '39',
    pages: '1–38',
  },
  {
    key: 'celeux1995',
    what: say('The covariance models'),
    authors: ['Celeux, G.', 'Govaert, G.'],
    year: 1995,
    title: 'Gaussian parsimonious clustering models',
    journal: 'Pattern Recognition',
    volume: '28',
    pages: '781–793',
  },
  {
    key: 'biernacki2003',
    what: say('Starts by short runs, part of the mixed initialisation'),
    authors: ['Biernacki, C.', 'Celeux, G.', 'Govaert, G.'],
    year: 2003,
    title:
      'Choosing starting values for the EM algorithm for getting the highest likelihood in multivariate Gaussian mixture models',
    journal: 'Computational Statistics & Data Analysis',
    volume: '41',
    pages: '561–575',
  },
  {
    key: 'varadhan2008',
    what: say('Acceleration (SQUAREM)'),
    authors: ['Varadhan, R.', 'Roland, C.'],
    year: 2008,
    title: 'Simple and globally convergent methods for accelerating the convergence of any EM algorithm',
    journal: 'Scandinavian Journal of Statistics',
    volume: '35',
    pages: '335–353',
  },
  {
    key: 'schwarz1978',
    what: say('BIC, where you chose by it'),
    authors: ['Schwarz, G.'],
    year: 1978,
    title: 'Estimating the dimension of a model',
    journal: 'The Annals of Statistics',
    volume: '6',
    pages: '461–464',
  },
  {
    key: 'biernacki2000',
    what: say('ICL, where you chose by it'),
    authors: ['Biernacki, C.', 'Celeux, G.', 'Govaert, G.'],
    year: 2000,
    title: 'Assessing a mixture model for clustering with the integrated completed likelihood',
    journal: 'IEEE Transactions on Pattern Analysis and Machine Intelligence',
    volume: '22',
    pages: '719–725',
  },
  {
    key: 'hennig2007',
    what: say('Stability of clusters, where you report it'),
    authors: ['Hennig, C.'],
    year: 2007,
    title: 'Cluster-wise assessment of cluster stability',
    journal: 'Computational Statistics & Data Analysis',
    volume: '52',
    pages: '258–271',
  },
]

/** What a paper that rests on a fit would cite besides Basin. */
export const METHODS: readonly Citation[] = PAPERS.map((paper) => ({
  what: paper.what,
  text: `${listed(paper.authors)} (${paper.year}). ${paper.title}. ${paper.journal}, ${paper.volume}, ${paper.pages}.`,
  bibtex: `@article{${paper.key},
  author  = {${paper.authors.join(' and ')}},
  title   = {${paper.title.replaceAll(/\bEM\b|\bGaussian\b/g, '{$&}')}},
  journal = {${paper.journal.replaceAll('&', '\\&')}},
  volume  = {${paper.volume}},
  pages   = {${paper.pages.replace('–', '--')}},
  year    = {${paper.year}}
}`,
}))

function listed(authors: readonly string[]): string {
  const last = authors.at(-1) ?? ''
  return authors.length < 2 ? last : `${authors.slice(0, -1).join(', ')} & ${last}`
}

export type CitationForm = 'text' | 'bibtex'

/** Everything in one form, to be pasted. */
export function allCitations(form: CitationForm): string {
  return [BASIN, ...METHODS].map((each) => each[form]).join(form === 'text' ? '\n' : '\n\n')
}
