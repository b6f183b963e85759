import type { Cause } from '../core/mixture/diagnosis/cause.ts'
import type { DiagnosisView, FindingView } from './diagnosis-views.ts'

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
  if (components.length === 0) return message
  const number = listed(components.map((each) => String(numberOf(each))))
  const when = code !== 'collapsed' ? '' : held === null ? ' in the start' : ` at iteration ${iterations + 1}`
  if (code === 'emptied') return `Component ${number} holds less than one row: it has emptied.`
  if (code === 'saddle')
    return `Components ${number} coincide: this is a saddle, a fit with fewer components shown as more.`
  switch (why) {
    case 'empty':
      return `Component ${number} was left without rows${when}.`
    case 'singular':
      return `The covariance of component ${number} became singular${when}: its rows lie on one point, line or plane.`
    case 'flat':
      return `Component ${number} shrank onto a few almost equal rows${when}: it is less than 1/10,000 as wide as the data.`
    case 'few-rows':
      return `Component ${number} holds only about ${short(held ?? 0)} of ${rowsUsed} rows.`
    case 'narrow':
      return `Component ${number} is very narrow in one direction: less than 1/30 as wide as the data.`
    case null:
      return message
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
    component === undefined || held === null ? 'in the rows used' : `within component ${numberOf(component)}`
  return causes.map((cause) => causeSentence(cause, columns, within))
}

/** All of a diagnosis as lines of text. */
export function diagnosisSentences(diagnosis: DiagnosisView, numberOf: NumberOf = byWeight): string[] {
  return diagnosis.findings.map((finding) =>
    [
      findingSentence(finding, diagnosis, numberOf),
      ...causeSentences(finding, diagnosis, numberOf),
      ...rowsSentence(finding),
    ].join(' '),
  )
}

/** Where the rows at fault stand in the file; nothing where none is. */
export function rowsSentence({ rows }: Pick<FindingView, 'rows'>): string[] {
  if (rows === null) return []
  const rest = rows.count > rows.sample.length ? ` and ${rows.count - rows.sample.length} more` : ''
  const word = rows.lines.length === 1 && rest === '' ? 'Line' : 'Lines'
  return [
    `${word} ${rest === '' ? listed(rows.lines.map(String)) : rows.lines.join(', ')}${rest} of the file.`,
  ]
}

function causeSentence(cause: Cause, columns: readonly string[], within: string): string {
  const nameOf = (column: number) => columns[column] ?? `column ${column + 1}`
  switch (cause.kind) {
    case 'few-rows': {
      const rows = cause.rows === 1 ? '1 row' : `${cause.rows} rows`
      const different = cause.distinct === cause.rows ? '' : `, ${cause.distinct} of them different,`
      return `There ${cause.rows === 1 ? 'is' : 'are'} ${rows}${different} ${within}; its covariance needs ${cause.needed} different ones.`
    }
    case 'duplicates':
      return `${cause.rows} rows ${within} have a twin: ${cause.groups
        .map((group) => `rows ${listed(group.map((row) => String(row + 1)))} are the same`)
        .join('; ')}.`
    case 'constant':
      return `${nameOf(cause.column)} is always ${short(cause.value)} ${within}.`
    case 'discrete':
      return `${nameOf(cause.column)} takes only the values ${listed(cause.values.map(short))} ${within}.`
    case 'narrow':
      return `${nameOf(cause.column)} hardly varies ${within}: its standard deviation is ${short(cause.sd)}, over all rows ${short(cause.overall)}.`
    case 'collinear': {
      const [target = 0, ...others] = cause.columns
      return `${nameOf(target)} ≈ ${equation(others.map(nameOf), cause.slopes, cause.intercept)} ${within}.`
    }
    case 'combination':
      return `A combination of ${cause.columns.map(nameOf).join(', ')} and ${more(cause.others)} hardly varies ${within}.`
  }
}

const more = (columns: number) => (columns === 1 ? '1 more column' : `${columns} more columns`)

function equation(names: readonly string[], slopes: readonly number[], intercept: number): string {
  const terms = names.map((name, j) => ({ by: slopes[j] ?? 0, text: `·${name}` }))
  const size = Math.max(...terms.map(({ by }) => Math.abs(by)))
  const all = Math.abs(intercept) > 1e-6 * size ? [...terms, { by: intercept, text: '' }] : terms
  return all
    .map(({ by, text }, at) => {
      const sign = at === 0 ? (by < 0 ? '−' : '') : by < 0 ? ' − ' : ' + '
      return `${sign}${short(Math.abs(by))}${text}`
    })
    .join('')
}

/** Three significant figures. */
function short(value: number): string {
  return String(Number(value.toPrecision(3))).replace('-', '−')
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}
