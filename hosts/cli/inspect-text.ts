import type { DatasetSummary, Dialect } from '../../contract/views.ts'
import { printable } from './terminal.ts'
import { count, plural, shortNumber, textTable } from './text-table.ts'

/** A file for a person to read in a terminal. */
export function inspectText(summary: DatasetSummary): string {
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
  return `${fileText(summary)}\n${textTable([head, ...rows], right)}${warningText(summary.warnings)}`
}

/** One line: what the file is and how it was read. */
export function fileText({ file, rows, columns, dialect }: DatasetSummary): string {
  return `${printable(file)}: ${plural(rows, 'row')}, ${plural(columns.length, 'column')}; ${dialectText(dialect)}\n`
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

function dialectText({ encoding, delimiter, decimal, header }: Dialect): string {
  const mark = MARKS[delimiter] ?? delimiter
  const point = decimal === ',' ? ', decimal comma' : ''
  return `${encoding}, ${mark}-separated${point}, ${header ? 'with' : 'without'} a header`
}
