import { termOf, type TermId } from '../../../contract/words/glossary/glossary.ts'
import type { Term } from '../../../contract/words/glossary/term.ts'
import type { ReportFacts } from '../facts.ts'
import { markup, section, type Markup } from '../markup.ts'

/** The terms that the report uses, with what they mean. */
export function wordsSection({ told, summary, asked }: ReportFacts): Markup {
  const { settings } = summary
  const ids: TermId[] = [
    'mixture',
    'component',
    'cluster',
    'weight',
    'mean',
    'covariance',
    'covariance-model',
    'em',
    'iteration',
    'log-likelihood',
    'restart',
    'local-maximum',
    'solution',
    'hits',
    'gap',
    'responsibility',
    'uncertainty',
    'entropy',
    settings.criterion,
    'parameters',
    ...(settings.noise ? (['noise'] as const) : []),
    ...(settings.weights === null ? [] : (['row-weight'] as const)),
    ...(settings.missing === 'em' ? (['missing-at-random'] as const) : []),
    ...(told?.known == null
      ? []
      : (['adjusted-rand-index', 'normalised-mutual-information', 'purity'] as const)),
    ...(told?.merging == null ? [] : (['merged-cluster'] as const)),
    ...(told?.stability == null ? [] : (['stability', 'jaccard-similarity'] as const)),
    ...(asked.ratioTest === undefined ? [] : (['likelihood-ratio-test', 'p-value'] as const)),
  ]
  const terms = ids.map((id): Term => termOf(id)).sort((a, b) => a.name.localeCompare(b.name, 'en'))
  return section(
    'words',
    'Words used',
    markup`<dl class="words">${terms.map(
      ({
        name,
        meaning,
        formula,
      }) => markup`<dt>${name}</dt><dd>${meaning}${formula === undefined ? null : markup` <span class="formula">${formula}</span>`}</dd>
`,
    )}</dl>`,
  )
}

/** What a reader should keep in mind, whatever the numbers say. */
export function limitsSection(): Markup {
  const limits = [
    'A mixture describes the data by normal distributions. Where groups are curved, skewed or bounded, several components may describe one group.',
    'The highest maximum that was found need not be the highest that there is. How often it was reached says how far to trust the search, not whether the clusters are real.',
    'A criterion chooses among the models that were fitted. That one is lower than another does not make it true.',
    'Clusters found in these rows need not be found in others; what was not tested on other rows is a finding about these.',
    'Rows are taken as independent: repeated measurements, time series and groups of rows are not accounted for.',
  ]
  return section(
    'limits',
    'What this report cannot say',
    markup`<ul>${limits.map(
      (each) => markup`<li>${each}</li>
`,
    )}</ul>`,
  )
}
