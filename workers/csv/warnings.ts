import { looksNumeric } from '../../core/table/decimal.ts'
import type { TitleLine } from '../../core/table/dialect.ts'
import type { ColumnProfile, Warning } from '../../contract/views.ts'
import type { ProfiledColumns } from './columns.ts'
import { numberWarnings } from './number-warnings.ts'
import type { CollectedRows } from './rows.ts'
import type { TableShape } from './widths.ts'

/** Rows with quotes that are not doubled. */
export interface MalformedQuotes {
  count: number
  firstLine: number
}

/** Everything about a table that a person should know before trusting it. */
export function tableWarnings(
  { shape, starts }: CollectedRows,
  titles: TitleLine[],
  columns: ProfiledColumns,
  malformed: MalformedQuotes,
  decode: (cell: string) => string,
): Warning[] {
  const trailing = haveTrailingDelimiters(shape, columns, starts.length)
  const named = columns.profiles.slice(0, trailing ? shape.columns - 1 : shape.expected)
  return [
    ...numberWarnings(columns),
    ...skippedTitles(titles, decode),
    ...rowNames(shape, columns),
    ...unevenRows(shape, trailing),
    ...malformedQuotes(malformed),
    ...(shape.rowNames ? [] : emptyNames(named)),
    ...renamedColumns(columns),
    ...numberNames(named),
  ]
}

function skippedTitles([first, ...more]: TitleLine[], decode: (cell: string) => string): Warning[] {
  if (!first) return []
  const { line } = first
  const text = decode(first.text).slice(0, 40)
  const message =
    more.length === 0
      ? `Line ${line}, “${text}”, looks like a title above the table and is skipped.`
      : `${more.length + 1} lines above the table look like titles and are skipped, the first “${text}” on line ${line}.`
  return [{ code: 'preamble', message, line, count: more.length + 1 }]
}

function rowNames({ rowNames, expected }: TableShape, { profiles }: ProfiledColumns): Warning[] {
  if (!rowNames) return []
  const { name } = profiles[0]
  return [
    {
      code: 'row-names',
      message: `The header has one name fewer than the rows have cells, which are ${expected}: the first cells are taken for names of rows and called “${name}”.`,
      column: name,
    },
  ]
}

function unevenRows({ short, shortLine, long, expected }: TableShape, trailing: boolean): Warning[] {
  const warnings: Warning[] = []
  if (trailing) {
    warnings.push({
      code: 'trailing-delimiters',
      message: 'Every row ends with a delimiter, behind which there is nothing: the last column is empty.',
    })
  }
  if (short > 0) {
    warnings.push({
      code: 'short-rows',
      message: `${rowsHave(short)} fewer cells than the ${expected} columns${shortLine === null ? '' : `, the first on line ${shortLine}`}; the cells that are not there count as missing.`,
      ...(shortLine !== null && { line: shortLine }),
      count: short,
    })
  }
  if (long.count > 0 && !trailing) {
    const beyond =
      long.filled === 0
        ? 'the cells beyond are all empty'
        : 'the cells beyond are in columns of their own, without names'
    warnings.push({
      code: 'long-rows',
      message: `${rowsHave(long.count)} more cells than the ${expected === 1 ? 'one column' : `${expected} columns`}, the first on line ${long.firstLine}; ${beyond}.`,
      line: long.firstLine,
      count: long.count,
    })
  }
  return warnings
}

/** Whether the last column is nothing but the delimiters at the ends of all rows. */
function haveTrailingDelimiters(
  { short, long, columns, expected }: TableShape,
  { profiles }: ProfiledColumns,
  rows: number,
): boolean {
  const last = profiles[columns - 1]
  if (last.original.trim() !== '' || last.missing < rows || columns < 2) return false
  return columns === expected ? short === 0 : columns === expected + 1 && long.count === rows
}

function rowsHave(count: number): string {
  return count === 1 ? 'One row has' : `${count} rows have`
}

function malformedQuotes({ count, firstLine }: MalformedQuotes): Warning[] {
  if (count === 0) return []
  return [
    {
      code: 'malformed-quotes',
      message: `Quotes inside quoted cells are not doubled, the first on line ${firstLine}; the cells were read as well as they can be.`,
      line: firstLine,
      count,
    },
  ]
}

function emptyNames(profiles: readonly ColumnProfile[]): Warning[] {
  const lacking = profiles.filter(({ original }) => original.trim() === '')
  // Without a header no column has one; the first is often one of row names.
  const [first] = lacking.filter(({ index, type }) => index > 0 || type !== 'identifier')
  if (first === undefined || lacking.length === profiles.length) return []
  const message =
    lacking.length === 1
      ? `Column ${first.index + 1} has no name in the header; it is called “${first.name}” here.`
      : `${lacking.length} columns have no name in the header; the first of them is called “${first.name}” here.`
  return [{ code: 'empty-names', message, column: first.name, count: lacking.length }]
}

function renamedColumns({ profiles }: ProfiledColumns): Warning[] {
  return profiles.flatMap(({ name, original }) => {
    const written = original.trim()
    if (written === '' || written === name) return []
    return [
      {
        code: 'renamed-column',
        message: `There is more than one column named “${written}”; this one is called “${name}” here.`,
        column: name,
      },
    ]
  })
}

/** Names that are numbers may be a row of values after all. */
function numberNames(profiles: readonly ColumnProfile[]): Warning[] {
  const numbers = profiles.filter(({ original }) => looksNumeric(original))
  if (numbers.length < 2) return []
  const [first, second] = numbers
  return [
    {
      code: 'number-names',
      message: `The first line has numbers, “${first.name}”, “${second.name}”…, that are taken for names of columns. If they are values, say that there is no header.`,
      column: first.name,
      count: numbers.length,
    },
  ]
}
