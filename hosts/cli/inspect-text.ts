import type { DatasetSummary, Dialect } from '../../contract/views.ts'
import { rowsText } from './rows-text.ts'
import { printable } from './terminal.ts'
import { count, plural, shortNumber, textTable } from './text-table.ts'

/** A file for a person to read in a terminal. `used`: rows with a number in every ticked column, null where it is not known. */
export function inspectText(summary: DatasetSummary, used: number | null): string {
  const head = [
    '#',
    'column',
    'type',
    'use',
    'missing',
    'rejected',
    'distinct',
    'min',
    'mean',
    'max',
    'sd',
    'why not',
  ]
  const rows = summary.columns.map((column) => [
    String(column.index + 1),
    printable(column.name).slice(0, 40),
    column.type,
    column.use ? 'yes' : 'no',
    count(column.missing),
    count(column.rejected),
    count(column.distinct),
    shortNumber(column.min),
    shortNumber(column.mean),
    shortNumber(column.max),
    shortNumber(column.sd),
    printable(column.reason),
  ])
  const right = [true, false, false, false, true, true, true, true, true, true, true, false]
  const table = textTable([head, ...rows], right)
  return `${fileText(summary)}${rowsText(summary, used)}\n${table}${warningText(summary.warnings)}`
}

/** One line: what the file is and how it was read. */
export function fileText({ file, rows, columns, dialect, compression }: DatasetSummary): string {
  const packed = compression === null ? '' : `${compression}, `
  const ofFile = columns.filter(({ derived }) => derived === undefined).length
  return `${printable(file)}: ${plural(rows, 'row')}, ${plural(ofFile, 'column')}; ${packed}${dialectText(dialect)}\n`
}

/** Warnings, a line each, behind an empty line. */
export function warningText(warnings: readonly { message: string }[]): string {
  if (warnings.length === 0) return ''
  return `\n${warnings.map(({ message }) => `warning: ${printable(message)}\n`).join('')}`
}

const MARKS: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
  ' ': 'space',
}

const THOUSANDS = { ',': 'a comma', '.': 'a point', ' ': 'a blank', "'": 'an apostrophe' } as const

function dialectText(dialect: Dialect): string {
  const { encoding, delimiter, quote, decimal, thousands, header, comment, skip } = dialect
  return [
    encoding,
    `${MARKS[delimiter] ?? delimiter}-separated`,
    ...(decimal === ',' ? ['decimal comma'] : []),
    ...(thousands === '' ? [] : [`${THOUSANDS[thousands]} between thousands`]),
    ...(quote === '"' ? [] : [quote === '' ? 'no quotes' : `${quote} as quote`]),
    `${header ? 'with' : 'without'} a header`,
    ...(skip === 0 ? [] : [`below ${plural(skip, 'line')} that ${skip === 1 ? 'is' : 'are'} no part of it`]),
    ...(comment === '' ? [] : [`lines that begin with ${comment} left out`]),
  ].join(', ')
}
