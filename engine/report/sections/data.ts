import type { RejectReason } from '../../../contract/views.ts'
import { formatCount, formatNumber } from '../../../contract/words/number.ts'
import { plural } from '../plural.ts'
import { explainCount } from '../../../contract/words/weighting.ts'
import { DELIMITER_NAMES, ENCODING_NAMES } from '../../../contract/words/words.ts'
import { rejectedByReason } from '../../export/rejected.ts'
import type { ReportFacts } from '../facts.ts'
import { listed, markup, nameOf, paragraph, section, table, type Markup, type Part } from '../markup.ts'

const REASONS: Record<RejectReason, string> = {
  text: 'text',
  'too-large': 'too large',
  infinite: 'infinite',
  hexadecimal: 'hexadecimal',
  date: 'a date',
  boolean: 'true or false',
  'other-format': 'written in another way than the rest of the column',
}
const MOST_WARNINGS = 20
const MOST_OTHERS = 30

/** What was read, how, and what was left out of the fit and why. */
export function dataSection(facts: ReportFacts): Markup {
  const { warnings } = facts.dataset.file
  return section(
    'data',
    'Data',
    markup`<dl>${readAs(facts).map(
      ([term, what]) => markup`<dt>${term}</dt><dd>${what}</dd>
`,
    )}</dl>`,
    columnsTable(facts),
    warnings.length === 0
      ? null
      : markup`<h3>Noticed while reading</h3>
<ul>${warnings.slice(0, MOST_WARNINGS).map(
          ({ message }) => markup`<li>${message}</li>
`,
        )}</ul>`,
  )
}

function readAs({ dataset, summary }: ReportFacts): [string, Part][] {
  const { file, name } = dataset
  const counted = summary.weighting?.count ?? summary.rowsUsed
  const left = [
    ...(file.blankLines === 0 ? [] : [plural(file.blankLines, 'blank line')]),
    ...(file.commentLines === 0 ? [] : [plural(file.commentLines, 'comment line')]),
  ]
  return [
    ['File', nameOf(name, 200)],
    ['Size', plural(file.bytes, 'byte')],
    ['SHA-256', markup`<code>${file.hash}</code>`],
    ['Read as', `${dialectText(dataset.file).join(', ')}.`],
    ['Rows', rowsText(summary)],
    ['n in criteria', `${formatCount(counted)}. ${explainCount(summary.weighting)}.`],
    ['Cells rejected', rejectedText(dataset)],
    ...(left.length === 0 ? [] : ([['Lines left out', `${left.join(', ')}.`]] as [string, Part][])),
  ]
}

function dialectText({ dialect, compression }: ReportFacts['dataset']['file']): string[] {
  return [
    `${DELIMITER_NAMES[dialect.delimiter] ?? dialect.delimiter} between cells`,
    `decimal ${dialect.decimal === '.' ? 'point' : 'comma'}`,
    ...(dialect.thousands === '' ? [] : [`“${dialect.thousands}” between thousands`]),
    dialect.header ? 'the first line is the header' : 'no header',
    ENCODING_NAMES[dialect.encoding] ?? dialect.encoding,
    ...(dialect.comment === '' ? [] : [`lines that begin with “${dialect.comment}” are comments`]),
    ...(dialect.skip === 0 ? [] : [`${plural(dialect.skip, 'line')} above the table`]),
    ...(compression === null ? [] : ['packed by gzip']),
  ]
}

function rowsText(summary: ReportFacts['summary']): string {
  const { rows, rowsUsed, rowsDropped, rowsWithGaps, weighting, settings } = summary
  const unweighted = (weighting?.zero ?? 0) + (weighting?.missing ?? 0)
  const lacking = rowsDropped - unweighted
  const why = settings.missing === 'em' ? 'without any value there' : 'that lack a value in a column fitted'
  const left = [
    ...(lacking > 0 ? [`${formatCount(lacking)} ${why} left out`] : []),
    ...(unweighted > 0 ? [`${formatCount(unweighted)} with a weight of 0 or none left out`] : []),
  ]
  const gaps =
    rowsWithGaps === 0
      ? ''
      : ` ${formatCount(rowsWithGaps)} of those used lack some values, and count by what they have.`
  return `${[`${formatCount(rows)} read`, `${formatCount(rowsUsed)} used`, ...left].join(', ')}.${gaps}`
}

function rejectedText({ file }: ReportFacts['dataset']): string {
  const by = Object.entries(rejectedByReason(file)) as [RejectReason, number][]
  if (by.length === 0) return 'None.'
  const reasons = by.map(([reason, count]) => `${formatCount(count)} ${REASONS[reason]}`)
  return `${formatCount(file.rejectedCells)}, taken as missing: ${reasons.join(', ')}.`
}

function columnsTable({ dataset, summary }: ReportFacts): Part {
  const { columns } = dataset.file
  const positions = summary.settings.columns
  const others = columns.filter(
    ({ index, derived }) => !positions.includes(index) && derived?.removed !== true,
  )
  const head = ['Column', 'Missing', 'Rejected', 'Least', 'Mean', 'Greatest', 'Standard deviation']
  const rest = others.length > MOST_OTHERS ? [`${formatCount(others.length - MOST_OTHERS)} more`] : []
  return [
    table(
      'The columns that the mixture was fitted to, over all rows of the file',
      head.map((name, at) => ({ head: name, number: at > 0 })),
      positions
        .map((position) => columns[position])
        .map(({ name, derived, missing, rejected, min, mean, max, sd }) => [
          derived === undefined
            ? nameOf(name)
            : [nameOf(name), ` (${derived.transform} of `, nameOf(columns[derived.of].name), ')'],
          formatCount(missing),
          formatCount(rejected),
          ...[min, mean, max, sd].map((value) => formatNumber(value)),
        ]),
    ),
    others.length === 0
      ? null
      : paragraph(
          'Not fitted: ',
          listed([...others.slice(0, MOST_OTHERS).map(({ name }) => nameOf(name)), ...rest]),
          '.',
        ),
  ]
}
