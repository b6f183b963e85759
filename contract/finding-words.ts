import type { Cause } from '../core/mixture/diagnosis/cause.ts'
import type { DiagnosisView, FindingView } from './diagnosis-views.ts'
import { hear } from './words/hear.ts'
import { formatNumber } from './words/number.ts'
import { phrase, say, type Phrase } from './words/say.ts'

/** How components are called where the sentences are read: the number on the screen, or by weight in a file. */
export type NumberOf = (component: number) => number

const byWeight: NumberOf = (component) => component + 1

/** What is wrong, in a sentence. */
export function findingSentence(
  finding: FindingView,
  { rowsUsed }: Pick<DiagnosisView, 'rowsUsed'>,
  numberOf: NumberOf = byWeight,
): string {
  const { code, why, components, iterations, held, message } = finding
  if (components.length === 0) return hear(message)
  const component = components.map(numberOf)
  if (code === 'emptied')
    return say('Component {component} holds less than one row: it has emptied.', { component })
  if (code === 'saddle')
    return say(
      'Components {components} coincide: this is a saddle, a fit with fewer components shown as more.',
      { components: component },
    )
  const where =
    held === null ? phrase('in the start') : phrase('at iteration {iteration}', { iteration: iterations + 1 })
  switch (why) {
    case 'empty':
      return say('Component {component} was left without rows {where}.', { component, where })
    case 'singular':
      return say(
        'The covariance of component {component} became singular {where}: its rows lie on one point, line or plane.',
        { component, where },
      )
    case 'flat':
      return say(
        'Component {component} shrank onto a few almost equal rows {where}: in its narrowest direction it is less than 1/10,000 as wide as the data.',
        { component, where },
      )
    case 'few-rows':
      return say('Component {component} holds only about {held} of {rows} rows.', {
        component,
        held: formatNumber(held ?? 0, 2),
        rows: formatNumber(rowsUsed),
      })
    case 'narrow':
      return say(
        'Component {component} is very narrow in one direction: less than 1/30 as wide as the data.',
        { component },
      )
    case null:
      return hear(message)
  }
}

/** What explains it, a sentence for each cause. */
export function causeSentences(
  { causes, components, held }: FindingView,
  { columns }: Pick<DiagnosisView, 'columns'>,
  numberOf: NumberOf = byWeight,
): string[] {
  const [component] = components
  const within =
    component === undefined || held === null
      ? phrase('in the rows used')
      : phrase('within component {component}', { component: numberOf(component) })
  return causes.map((cause) => causeSentence(cause, columns, within))
}

/** All of a diagnosis as lines of text. */
export function diagnosisSentences(diagnosis: DiagnosisView, numberOf: NumberOf = byWeight): string[] {
  return diagnosis.findings.map((finding) => findingSentences(finding, diagnosis, numberOf).join(' '))
}

/** What is wrong, what explains it, and in which lines. */
export function findingSentences(
  finding: FindingView,
  diagnosis: DiagnosisView,
  numberOf: NumberOf = byWeight,
): string[] {
  return [
    findingSentence(finding, diagnosis, numberOf),
    ...causeSentences(finding, diagnosis, numberOf),
    ...rowsSentence(finding),
  ]
}

/** Where the rows at fault stand in the file; nothing where none is. */
export function rowsSentence({ rows }: Pick<FindingView, 'rows'>): string[] {
  if (rows === null) return []
  const { lines, sample } = rows
  const more = rows.count - sample.length
  if (more > 0)
    return [say('Lines {lines} and {more, number} more of the file.', { lines: lines.join(', '), more })]
  return lines.length === 1
    ? [say('Line {line} of the file.', { line: lines })]
    : [say('Lines {lines} of the file.', { lines })]
}

function causeSentence(cause: Cause, columns: readonly string[], within: Phrase): string {
  const nameOf = (column: number) => columns[column] ?? say('column {column}', { column: column + 1 })
  switch (cause.kind) {
    case 'few-rows': {
      const { rows, distinct, needed } = cause
      return distinct === rows
        ? say(
            '{rows, plural, one {There is # row} other {There are # rows}} {within}; its covariance needs {needed, number} different ones.',
            { rows, within, needed },
          )
        : say(
            '{rows, plural, one {There is # row} other {There are # rows}}, {distinct, number} of them different, {within}; its covariance needs {needed, number} different ones.',
            { rows, distinct, within, needed },
          )
    }
    case 'duplicates': {
      const groups = cause.groups.map((group) =>
        say('rows {rows} are the same', { rows: group.map((row) => row + 1) }),
      )
      return say('{rows, number} rows {within} have a twin: {groups}.', {
        rows: cause.rows,
        within,
        groups: groups.join('; '),
      })
    }
    case 'constant':
      return say('{column} is always {value} {within}.', {
        column: nameOf(cause.column),
        value: short(cause.value),
        within,
      })
    case 'discrete':
      return say('{column} takes only the values {values} {within}.', {
        column: nameOf(cause.column),
        values: cause.values.map(short),
        within,
      })
    case 'narrow':
      return say(
        '{column} hardly varies {within}: its standard deviation is {sd}, over all rows {overall}.',
        { column: nameOf(cause.column), within, sd: short(cause.sd), overall: short(cause.overall) },
      )
    case 'collinear': {
      const [target = 0, ...others] = cause.columns
      return say('{column} ≈ {equation} {within}.', {
        column: nameOf(target),
        equation: equation(others.map(nameOf), cause.slopes, cause.intercept),
        within,
      })
    }
    case 'combination':
      return say(
        'A combination of {columns} and {others, plural, one {# more column} other {# more columns}} hardly varies {within}.',
        { columns: cause.columns.map(nameOf).join(', '), others: cause.others, within },
      )
  }
}

function equation(names: readonly string[], slopes: readonly number[], intercept: number): string {
  const terms = names.map((name, j) => ({ by: slopes[j] ?? 0, name }))
  const size = Math.max(...terms.map(({ by }) => Math.abs(by)))
  const all = Math.abs(intercept) > 1e-6 * size ? [...terms, { by: intercept, name: '' }] : terms
  return all
    .map(({ by, name }, at) => {
      const sign = at === 0 ? (by < 0 ? '−' : '') : by < 0 ? ' − ' : ' + '
      const factor = short(Math.abs(by))
      if (name === '') return sign + factor
      return sign + (factor === '1' ? name : `${factor}·${name}`)
    })
    .join('')
}

/** Three significant figures. */
function short(value: number): string {
  return formatNumber(Number(value.toPrecision(3)), 3)
}
