import type { FitSettings } from '../../../contract/settings.ts'
import { formatCount, formatNumber } from '../../../contract/words/number.ts'
import { plural } from '../plural.ts'
import { INITIALISATION_NAMES } from '../../../contract/words/words.ts'
import type { ReportFacts } from '../facts.ts'
import { markup, paragraph, section, type Markup } from '../markup.ts'
import { REFERENCES, type Reference } from '../references.ts'
import { citeBasin } from '../../../contract/words/citation.ts'

/** A sentence of the methods, and what it cites. */
interface Sentence {
  text: string
  cites: Reference[]
}

/** A paragraph to be taken into a paper, and the works that it cites. */
export function methodsSection(facts: ReportFacts): Markup {
  const sentences = [
    ...modelSentences(facts),
    ...searchSentences(facts.summary.settings),
    ...removalSentences(facts),
    ...choiceSentences(facts),
    ...besideSentences(facts),
    { text: `Basin ${facts.version} was used (The Basin authors 2026).`, cites: [] },
  ]
  const shown: Reference[] = planeNeedsSource(facts) ? ['fisher1936', 'rao1948'] : []
  const cited = [...new Set([...sentences.flatMap(({ cites }) => cites), ...shown])]
    .map((reference): string => REFERENCES[reference])
    .concat(citeBasin(facts.version))
    .sort((a, b) => a.localeCompare(b, 'en'))
  return section(
    'methods',
    'Methods, for a paper',
    markup`<p class="methods">${sentences.map(({ text }) => text).join(' ')}</p>
<h3>References</h3>
<ul class="references">${cited.map(
      (each) => markup`<li>${each}</li>
`,
    )}</ul>`,
    paragraph(
      'Change the wording as you like. Formulas and sources of all that Basin computes are in its document on numerics.',
    ),
  )
}

/** Whether the picture of the clusters cites where its plane comes from. */
const planeNeedsSource = ({ told }: ReportFacts) => told?.sample?.plane != null && told.mixture.components > 1

function modelSentences({ summary }: ReportFacts): Sentence[] {
  const { settings, columns, rowsUsed, weighting } = summary
  const { from, to } = settings.components
  const range = from === to ? plural(from, 'component') : `${from} to ${to} components`
  const of = settings.covariances.join(', ')
  return [
    {
      text: `Gaussian mixture models (McLachlan & Peel 2000) with ${range} were fitted to ${plural(rowsUsed, 'observation')} of ${plural(columns.length, 'variable')} by the EM algorithm (Dempster, Laird & Rubin 1977).`,
      cites: ['mclachlan2000', 'dempster1977'],
    },
    {
      text: `${settings.covariances.length === 1 ? `The covariance model was ${of}` : `Covariance models were ${of}`}, in the notation of mclust (Celeux & Govaert 1995; Scrucca et al. 2016, 2023).`,
      cites: ['celeux1995', 'scrucca2016', 'scrucca2023'],
    },
    ...(settings.scaling === 'none'
      ? []
      : [
          {
            text: `Columns were scaled (${settings.scaling}); parameters are in their own units.`,
            cites: [],
          },
        ]),
    ...(settings.noise
      ? [
          {
            text: 'A uniform noise component took up observations that belong to no cluster (Banfield & Raftery 1993).',
            cites: ['banfield1993'] as Reference[],
          },
        ]
      : []),
    ...(settings.missing === 'em'
      ? [
          {
            text: 'Observations with missing values were used under the assumption that values are missing at random (Ghahramani & Jordan 1994).',
            cites: ['ghahramani1994'] as Reference[],
          },
        ]
      : []),
    ...(weighting === null ? [] : [{ text: `Observations were weighted (${weighting.kind}).`, cites: [] }]),
  ]
}

function searchSentences(settings: FitSettings): Sentence[] {
  const { restarts, seed, refinements, tolerance, regularisation, start, acceleration } = settings
  return [
    start === undefined
      ? {
          text: `Each model was started ${plural(restarts, 'time')} (${startText(settings.initialisation)}; seed ${seed}), and starts that reached the same maximum were taken together.`,
          cites: startCites(settings.initialisation),
        }
      : { text: 'The algorithm was started once, from given values.', cites: [] },
    ...(start === undefined && refinements > 0
      ? [
          {
            text: 'The solutions found were then refined by swapping, splitting and merging components (Ueda et al. 2000; Zhao et al. 2012).',
            cites: ['ueda2000', 'zhao2012'] as Reference[],
          },
        ]
      : []),
    {
      text: `A run had converged when Aitken’s estimate of the log-likelihood still to gain was below ${formatNumber(tolerance)} (Böhning et al. 1994).`,
      cites: ['bohning1994'],
    },
    ...(acceleration === 'none'
      ? []
      : [
          {
            text: 'Steps were accelerated by SQUAREM (Varadhan & Roland 2008).',
            cites: ['varadhan2008'] as Reference[],
          },
        ]),
    ...(regularisation.value === 0
      ? []
      : [
          {
            text:
              regularisation.kind === 'relative'
                ? `${formatNumber(regularisation.value)} of each variable’s variance was added to the diagonal of each covariance.`
                : `${formatNumber(regularisation.value)} was added to the diagonal of each covariance.`,
            cites: [],
          },
        ]),
    ...boundSentences(settings),
  ]
}

function boundSentences({ prior, eigenvalueRatio }: FitSettings): Sentence[] {
  return [
    ...(prior === 'none'
      ? []
      : [
          {
            text: 'A conjugate prior was put on means and covariances (Fraley & Raftery 2007).',
            cites: ['fraley2007'] as Reference[],
          },
        ]),
    ...(eigenvalueRatio === null
      ? []
      : [
          {
            text: `The ratio of the largest to the smallest eigenvalue of all covariances was bounded by ${formatNumber(eigenvalueRatio)} (García-Escudero et al. 2008).`,
            cites: ['garcia2008'] as Reference[],
          },
        ]),
  ]
}

function startText(initialisation: FitSettings['initialisation']): string {
  if (initialisation === 'mixed') return 'k-means, k-means++, short runs of EM and random rows in turn'
  return INITIALISATION_NAMES[initialisation]
}

function startCites(initialisation: FitSettings['initialisation']): Reference[] {
  switch (initialisation) {
    case 'mixed':
      return ['arthur2007', 'biernacki2003']
    case 'kmeans':
    case 'kmeans++':
      return ['arthur2007']
    case 'short-runs':
      return ['biernacki2003']
    case 'hierarchical':
      return ['fraley1998', 'scrucca2015']
    case 'random-rows':
    case 'random-responsibilities':
      return []
  }
}

function removalSentences({ summary: { removed } }: ReportFacts): Sentence[] {
  if (removed.length === 0) return []
  const were = removed.length === 1 ? 'was' : 'were'
  return [{ text: `${plural(removed.length, 'restart')} ${were} then removed by hand.`, cites: [] }]
}

const CRITERIA = {
  bic: { text: 'Bayesian information criterion (BIC; Schwarz 1978)', cites: ['schwarz1978', 'kass1995'] },
  icl: { text: 'integrated completed likelihood (ICL; Biernacki et al. 2000)', cites: ['biernacki2000'] },
  aic: { text: 'Akaike’s information criterion (AIC; Akaike 1974)', cites: ['akaike1974'] },
} as const

function choiceSentences({ told, best, summary }: ReportFacts): Sentence[] {
  const { text, cites } = CRITERIA[summary.settings.criterion]
  const solution = told?.solution ?? null
  if (solution === null) return []
  const value = formatNumber(solution[summary.settings.criterion], 8)
  const what = `${solution.covariance} with ${plural(solution.components, 'component')} (log-likelihood ${formatNumber(solution.logLikelihood, 8)}, ${summary.settings.criterion.toUpperCase()} ${value}, lower is better; reached by ${plural(solution.hits, 'start')})`
  return [
    {
      text: `Models were compared by the ${text}; ${solution.id === best ? 'the best was' : 'the one described here is'} ${what}.`,
      cites: [...cites],
    },
    { text: 'How much of the search was left was estimated after Good (1953).', cites: ['good1953'] },
  ]
}

function besideSentences({ told, asked: { ratioTest } }: ReportFacts): Sentence[] {
  return [
    ...(told?.merging == null
      ? []
      : [
          {
            text: `Components were merged into ${plural(told.merging.clusters, 'cluster')} by entropy (Baudry et al. 2010).`,
            cites: ['baudry2010'] as Reference[],
          },
        ]),
    ...(told?.known == null
      ? []
      : [
          {
            text: `Clusters were compared with a known label by the adjusted Rand index (${formatNumber(told.known.adjustedRandIndex, 4)}; Hubert & Arabie 1985).`,
            cites: ['hubert1985'] as Reference[],
          },
        ]),
    ...(told?.stability == null
      ? []
      : [
          {
            text: `Stability was assessed on ${formatCount(told.stability.done)} ${told.stability.scheme === 'bootstrap' ? 'bootstrap samples' : 'subsamples'} by the Jaccard similarity (Hennig 2007).`,
            cites: ['hennig2007'] as Reference[],
          },
        ]),
    ...(ratioTest === undefined
      ? []
      : [
          {
            text: `One more component was tested by a bootstrap likelihood-ratio test (McLachlan 1987; p = ${formatNumber(ratioTest.p, 2)}).`,
            cites: ['mclachlan1987'] as Reference[],
          },
        ]),
  ]
}
