import type { ComponentIntervals, Estimate, StabilityView } from '../../contract/resampling-views.ts'
import type { DatasetSummary, FitSummary, SolutionView } from '../../contract/views.ts'
import {
  describeChosen,
  describeStability,
  GRADE_WORDS,
  STABILITY_LIMITS,
} from '../../contract/words/resampling-words.ts'
import { fileText } from './inspect-text.ts'
import { duration } from './progress-line.ts'
import { printable } from './terminal.ts'
import { count, plural, shortNumber, textTable } from './text-table.ts'

const SHOWN_COLUMNS = 8

/** Stability for a person to read in a terminal. */
export function stabilityText(
  dataset: DatasetSummary,
  { columns }: FitSummary,
  { id, components, logLikelihood }: SolutionView,
  view: StabilityView,
): string {
  const { done, scheme, restarts, seconds, intervals } = view
  const rows = scheme === 'bootstrap' ? 'drawn with repeats' : '80 % of them, without repeats'
  const parts = [
    `${fileText(dataset)}${id}, log-likelihood ${logLikelihood.toFixed(4)}: ${plural(done, 'replicate')} of rows ${rows}, with ${plural(restarts, 'restart')} per model, in ${duration(seconds)}\n`,
    clustersText(view),
    `${describeStability(view)}\n${describeChosen(view, components)}\n`,
    chosenText(view),
    intervals === null ? '' : intervalsText(intervals, columns),
    `${STABILITY_LIMITS}\n`,
  ]
  return parts.filter((part) => part !== '').join('\n')
}

function clustersText({ clusters, agreement }: StabilityView): string {
  if (agreement === null) return ''
  const table = textTable(
    [
      ['cluster', 'mean Jaccard', 'middle 95 %', 'dissolved in', ''],
      ...clusters.map(({ mean, low, high, dissolved, jaccard, grade }, k) => [
        String(k + 1),
        mean.toFixed(3),
        `${low.toFixed(2)} to ${high.toFixed(2)}`,
        `${count(dissolved)} of ${count(jaccard.length)}`,
        GRADE_WORDS[grade],
      ]),
    ],
    [true, true, true, true, false],
  )
  const { mean, low, high } = agreement
  return `${table}all clusters: adjusted Rand index ${mean.toFixed(3)}, middle 95 % ${low.toFixed(2)} to ${high.toFixed(2)}\n`
}

function chosenText({ models, chosen }: StabilityView): string {
  if (models === 'cell' || chosen.length === 0) return ''
  return `Models chosen\n${textTable(
    [
      ['K', 'model', 'replicates'],
      ...chosen.map(({ components, covariance, replicates }) => [
        String(components),
        covariance,
        count(replicates),
      ]),
    ],
    [true, false, true],
  )}`
}

function intervalsText(intervals: readonly ComponentIntervals[], columns: readonly string[]): string {
  const shown = columns.slice(0, SHOWN_COLUMNS).map((name) => printable(name).slice(0, 24))
  const line = (k: number, name: string, { value, low, high }: Estimate) => [
    String(k + 1),
    name,
    ...[value, low, high].map(shortNumber),
  ]
  const rows = intervals.flatMap(({ weight, means, deviations }, k) => [
    line(k, 'weight', weight),
    ...shown.map((name, j) => line(k, `mean of ${name}`, means[j])),
    ...shown.map((name, j) => line(k, `std. dev. of ${name}`, deviations[j])),
  ])
  const cut = columns.length > shown.length ? ` (first ${shown.length} of ${columns.length} columns)` : ''
  return `Parameters, 95 % percentile intervals${cut}\n${textTable(
    [['cluster', 'parameter', 'estimate', '2.5 %', '97.5 %'], ...rows],
    [true, false, true, true, true],
  )}`
}
