import type { FitSettings } from '../../../contract/settings.ts'
import { COVARIANCE_MEANINGS, COVARIANCE_NAMES } from '../../../contract/words/covariance.ts'
import { CRITERION_FORMULAS, CRITERION_NAMES, CRITERION_NOTES } from '../../../contract/words/criteria.ts'
import { formatCount, formatNumber } from '../../../contract/words/number.ts'
import { plural } from '../plural.ts'
import { WEIGHT_KIND_HINTS } from '../../../contract/words/weighting.ts'
import { INITIALISATION_NAMES, SCALING_NAMES } from '../../../contract/words/words.ts'
import type { ReportFacts } from '../facts.ts'
import { listed, nameOf, paragraph, section, table, type Markup, type Part } from '../markup.ts'
import { removedIds } from './removed.ts'

/** A setting, its value, and what it means in a line. */
type Choice = [string, Part, string]

const FEW_MODELS = 3
const MOST_NAMES = 12

/** Every setting as it was. */
export function choicesSection({ summary }: ReportFacts): Markup {
  const { extensions, removed, settings } = summary
  const heads = [{ head: 'Setting' }, { head: 'Value' }, { head: 'What it means' }]
  return section(
    'choices',
    'Choices',
    table('What to fit', heads, modelChoices(summary)),
    table('How to search', heads, searchChoices(settings)),
    extensions.length === 0
      ? null
      : paragraph(`After it had ended the fit was extended: ${extensions.map(extensionText).join('; ')}.`),
    removed.length === 0 ? null : paragraph(removedIds(removed)),
  )
}

function modelChoices({ settings, columns, weighting }: ReportFacts['summary']): Choice[] {
  const { components, covariances, criterion, missing, noise, scaling } = settings
  const { from, to } = components
  const meaning =
    covariances.length <= FEW_MODELS
      ? covariances.map((each) => COVARIANCE_MEANINGS[each]).join(' ')
      : 'What the ellipses of components may share: volume, shape and orientation are Equal, Varying or along the axes (I).'
  return [
    ['Columns', namesOf(columns), 'The measurements that rows are compared by.'],
    [
      'Components',
      from === to ? String(from) : `${from} to ${to}`,
      'How many normal distributions the mixture has; each number is fitted by itself.',
    ],
    ['Covariance models', covariances.map((each) => COVARIANCE_NAMES[each]).join(', '), meaning],
    [
      'Criterion',
      CRITERION_NAMES[criterion],
      `${CRITERION_FORMULAS[criterion]}. ${CRITERION_NOTES[criterion]}`,
    ],
    [
      'Scaling',
      SCALING_NAMES[scaling],
      'The unit in which a sphere is a sphere; results are in the columns’ own.',
    ],
    [
      'Missing values',
      { drop: 'rows left out', error: 'refused', em: 'rows used as they are' }[missing],
      missing === 'em'
        ? 'EM under missing at random: sound if whether a cell is missing depends only on what is there.'
        : 'What becomes of a row that lacks a value in a column fitted.',
    ],
    [
      'Row weights',
      weighting === null ? 'none' : [nameOf(weighting.column), ` (${weighting.kind})`],
      weighting === null ? 'Every row counts once.' : WEIGHT_KIND_HINTS[weighting.kind],
    ],
    [
      'Noise component',
      noise ? 'yes' : 'no',
      'A uniform component beside the others, for rows that belong to no cluster.',
    ],
  ]
}

function namesOf(columns: readonly string[]): Part[] {
  const shown = columns
    .slice(0, columns.length > MOST_NAMES + 1 ? MOST_NAMES : undefined)
    .map((name) => nameOf(name))
  const more = columns.length - shown.length
  return listed(more === 0 ? shown : [...shown, `${formatCount(more)} more: see the table above`])
}

function searchChoices(settings: FitSettings): Choice[] {
  const { initialisation, restarts, seed, strategy, refinements, start } = settings
  const mixed = start === undefined && initialisation === 'mixed'
  return [
    [
      'Initialisation',
      INITIALISATION_NAMES[start === undefined ? initialisation : 'given'],
      mixed
        ? 'The first start is by k-means; then in turn short runs, k-means++, short runs, random rows.'
        : 'How the first parameters of a restart are found.',
    ],
    [
      'Restarts',
      formatCount(start === undefined ? restarts : 1),
      'EM runs of each model, each from a start of its own.',
    ],
    ['Seed', String(seed), 'Decides every random start: the same seed gives the same result, to the bit.'],
    [
      'Strategy',
      strategy,
      strategy === 'full'
        ? 'Every restart ran to its end.'
        : 'Restarts that lagged behind others were given up early.',
    ],
    [
      'Refinements',
      start === undefined ? `at most ${formatCount(refinements)}` : '0',
      'Tries to better the solutions found, by moving, splitting or merging components.',
    ],
    ...stepChoices(settings),
  ]
}

function stepChoices(settings: FitSettings): Choice[] {
  const { acceleration, subsample, tolerance, maxIterations, prior, eigenvalueRatio, regularisation } =
    settings
  return [
    [
      'Acceleration',
      acceleration === 'none' ? 'none' : 'SQUAREM',
      acceleration === 'none' ? 'Plain EM.' : 'Longer steps where EM is slow, kept only where they climb.',
    ],
    ['Sample first', subsample ? 'yes' : 'no', 'Whether restarts first ran on a sample of many rows.'],
    [
      'Tolerance',
      formatNumber(tolerance),
      'A restart has converged when no more log-likelihood than this is estimated to be left to gain.',
    ],
    ['Iteration limit', formatCount(maxIterations), 'The most iterations of one restart.'],
    [
      'Regularisation',
      `${formatNumber(regularisation.value)} (${regularisation.kind})`,
      regularisation.kind === 'relative'
        ? 'Added to the diagonal of each covariance, times the column’s variance.'
        : 'Added to the diagonal of each covariance as it is.',
    ],
    [
      'Prior',
      prior,
      prior === 'none' ? 'Maximum likelihood.' : 'mclust’s conjugate prior on means and covariances.',
    ],
    [
      'Eigenvalue ratio',
      eigenvalueRatio === null ? 'no bound' : formatNumber(eigenvalueRatio),
      'Bound on the largest eigenvalue of all covariances over the smallest.',
    ],
  ]
}

function extensionText(extension: ReportFacts['summary']['extensions'][number]): string {
  switch (extension.kind) {
    case 'restarts': {
      const cells = extension.cells
        .slice(0, 6)
        .map(({ covariance, components, count }) => `${covariance} ${components}: ${formatCount(count)}`)
      const more = extension.cells.length > 6 ? ', …' : ''
      return `more restarts (${cells.join(', ')}${more})${extension.stopped ? ', stopped' : ''}`
    }
    case 'continue':
      return `${extension.restart} went on after ${plural(extension.iterations, 'iteration')}, to a tolerance of ${formatNumber(extension.tolerance)}`
    case 'manual':
      return `a restart from a start of the person’s own (${extension.restart})`
  }
}
