import type { ModelView } from '../../../contract/views.ts'
import { formatCount, formatFixed, formatNumber } from '../../../contract/words/number.ts'
import { formatWeight } from '../../../contract/words/weighting.ts'
import type { ReportFacts, Told } from '../facts.ts'
import { markup, nameOf, paragraph, section, table, type Markup, type Part } from '../markup.ts'
import { colourOf } from '../pictures/clusters-picture.ts'
import { densityPicture } from '../pictures/density-picture.ts'
import { matrixPicture, MOST_IN_MATRIX } from '../pictures/matrix-picture.ts'
import { planePicture } from '../pictures/plane-picture.ts'
import { letterOf } from '../pictures/restarts.ts'

/** Clusters side by side in one table. */
const SIDE_BY_SIDE = 5
/** Beyond these, covariances are in the model at the end alone. */
const MOST_MATRICES = 12
const MOST_IN_TABLE = 8

/** The parameters of one restart, and its clusters. */
export function solutionSection(facts: ReportFacts, told: Told): Markup {
  const { solution, restart, model } = told
  const title = solution === null ? `Restart ${restart.id}` : `Solution ${letterOf(solution)}`
  return section(
    'solution',
    `${title}: ${restart.covariance} with ${String(restart.components)} components`.replace(
      / 1 components$/,
      ' 1 component',
    ),
    factsTable(told),
    clustersTable(told),
    pictures(told, model.columns),
    locations(told),
    covariances(told),
    facts.summary.weighting === null
      ? null
      : paragraph('Rows are rows of the file, whatever they weigh; n is what they weigh.'),
  )
}

function factsTable({ solution, restart }: Told): Part {
  const { logLikelihood, iterations, state } = restart
  const rows: [string, string][] = [
    ['Log-likelihood', formatFixed(logLikelihood ?? NaN, 4)],
    ...(solution === null
      ? []
      : ([
          ['BIC', formatFixed(solution.bic, 3)],
          ['ICL', formatFixed(solution.icl, 3)],
          ['AIC', formatFixed(solution.aic, 3)],
          ['Free parameters', formatCount(solution.parameters)],
          ['Entropy', formatNumber(solution.entropy)],
        ] as [string, string][])),
    ['Shown by', `restart ${restart.id}, ${state} after ${formatCount(iterations)} iterations`],
  ]
  return markup`<dl>${rows.map(
    ([term, what]) => markup`<dt>${term}</dt><dd>${what}</dd>
`,
  )}</dl>`
}

function clustersTable({ model, styles, names, certainty }: Told): Markup {
  const { weights, sizes, counts, noise } = model
  const others = styles.some((style, k) => style !== k)
  const doubt = (k: number) => formatFixed(certainty.clusters[k]?.uncertainty ?? NaN, 4)
  return table(
    'Clusters, by decreasing weight: the numbers are those of the labelled file',
    [
      { head: 'Cluster' },
      ...(others ? [{ head: 'On the screen' }] : []),
      { head: 'Weight', number: true },
      { head: 'Rows', number: true },
      ...(counts === undefined ? [] : [{ head: 'n', number: true }]),
      { head: 'Mean uncertainty', number: true },
    ],
    [
      ...Array.from(weights, (weight, k): Part[] => [
        clusterName(k, styles, names),
        ...(others ? [String(styles[k] + 1)] : []),
        formatFixed(weight, 4),
        formatCount(sizes[k]),
        ...(counts === undefined ? [] : [formatWeight(counts[k])]),
        doubt(k),
      ]),
      ...(noise === undefined
        ? []
        : [
            [
              'noise (label 0)',
              ...(others ? [''] : []),
              formatFixed(noise.weight, 4),
              formatCount(noise.size),
              ...(counts === undefined ? [] : [formatWeight(noise.count ?? 0)]),
              doubt(weights.length),
            ],
          ]),
    ],
  )
}

/** A key of its colour, its number, and its name where it has one. */
export function clusterName(k: number, styles: readonly number[], names: readonly string[]): Part {
  const name = names[k] ?? ''
  return [
    markup`<span class="key ${colourOf(styles[k])}" aria-hidden="true"></span>`,
    String(k + 1),
    name === '' ? null : [' ', nameOf(name)],
  ]
}

function pictures({ sample, mixture, styles }: Told, columns: readonly string[]): Part {
  if (sample === null) return paragraph('No row has a value in every column, so nothing is drawn.')
  if (columns.length === 1) return densityPicture(sample, mixture, columns[0], styles)
  const plane = planePicture(sample, mixture, columns, styles)
  const few = columns.length > 2 && columns.length <= MOST_IN_MATRIX
  return few ? [plane, matrixPicture(sample, mixture, columns, styles)] : plane
}

const LOCATIONS = 'Means, and standard deviations in brackets, in the units of each column'

/** Means with standard deviations, clusters side by side or, where they are many, below each other. */
function locations({ model, styles, names }: Told): Part {
  const d = model.columns.length
  const location = (k: number, j: number) =>
    `${formatNumber(model.means[k * d + j])} (${formatNumber(Math.sqrt(model.covariances[(k * d + j) * d + j]), 4)})`
  if (model.weights.length > SIDE_BY_SIDE && d <= SIDE_BY_SIDE)
    return table(
      LOCATIONS,
      [{ head: 'Cluster' }, ...model.columns.map((name) => ({ head: nameOf(name, 24), number: true }))],
      Array.from(model.weights, (_, k) => [
        clusterName(k, styles, names),
        ...model.columns.map((__, j) => location(k, j)),
      ]),
    )
  return inParts(model, SIDE_BY_SIDE).map((shown, part) =>
    table(
      `${LOCATIONS}${part === 0 ? '' : ' (continued)'}`,
      [{ head: 'Column' }, ...shown.map((k) => ({ head: clusterName(k, styles, names), number: true }))],
      model.columns.map((name, j) => [nameOf(name), ...shown.map((k) => location(k, j))]),
    ),
  )
}

function inParts({ weights }: ModelView, size: number): number[][] {
  const parts = Math.ceil(weights.length / size)
  return Array.from({ length: parts }, (_, part) => [...weights.keys()].slice(part * size, (part + 1) * size))
}

/** Covariances below the diagonal and on it, correlations above. */
function covariances({ model, styles, names }: Told): Part {
  const { columns, weights } = model
  const d = columns.length
  if (d === 1) return null
  if (d > MOST_IN_TABLE || weights.length > MOST_MATRICES)
    return paragraph('The covariances are too many to be shown here: the file of the model has them.')
  const at = (k: number, i: number, j: number) => model.covariances[(k * d + i) * d + j]
  const correlation = (k: number, i: number, j: number) => at(k, i, j) / Math.sqrt(at(k, i, i) * at(k, j, j))
  return [
    markup`<h3>Covariances</h3>
`,
    paragraph(
      'On and below the diagonal: variances and covariances, in the columns’ units. Above it: correlations.',
    ),
    markup`<div class="matrices">${Array.from(weights, (_, k) =>
      table(
        ['Cluster ', clusterName(k, styles, names)],
        [{ head: '' }, ...columns.map((name) => ({ head: nameOf(name, 24), number: true }))],
        columns.map((name, i) => [
          nameOf(name, 24),
          ...columns.map((__, j) =>
            j <= i ? formatNumber(at(k, i, j), 4) : markup`<i>${formatFixed(correlation(k, i, j), 2)}</i>`,
          ),
        ]),
      ),
    )}</div>
`,
  ]
}
