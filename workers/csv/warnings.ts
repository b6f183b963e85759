import { looksNumeric } from '../../core/table/decimal.ts'
import type { TitleLine } from '../../core/table/dialect.ts'
import type { ColumnProfile, Warning } from '../../contract/views.ts'
import { phrase, told } from '../../contract/words/say.ts'
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
  const count = more.length + 1
  const said =
    count === 1
      ? phrase('Line {line}, “{text}”, looks like a title above the table and is skipped.', { line, text })
      : phrase(
          '{count} lines above the table look like titles and are skipped, the first “{text}” on line {line}.',
          { count, text, line },
        )
  return [{ code: 'preamble', ...told(said), line, count }]
}

function rowNames({ rowNames, expected }: TableShape, { profiles }: ProfiledColumns): Warning[] {
  if (!rowNames) return []
  const { name } = profiles[0]
  return [
    {
      code: 'row-names',
      ...told(
        phrase(
          'The header has one name fewer than the rows have cells, which are {expected}: the first cells are taken for names of rows and called “{name}”.',
          { expected, name },
        ),
      ),
      column: name,
    },
  ]
}

function unevenRows({ short, shortLine, long, expected }: TableShape, trailing: boolean): Warning[] {
  const warnings: Warning[] = []
  if (trailing) {
    warnings.push({
      code: 'trailing-delimiters',
      ...told(
        phrase('Every row ends with a delimiter, behind which there is nothing: the last column is empty.'),
      ),
    })
  }
  if (short > 0) {
    warnings.push({
      code: 'short-rows',
      ...told(
        shortLine === null
          ? phrase(
              '{count, plural, one {One row has} other {{rows} rows have}} fewer cells than the {expected} columns; the cells that are not there count as missing.',
              { count: short, rows: short, expected },
            )
          : phrase(
              '{count, plural, one {One row has} other {{rows} rows have}} fewer cells than the {expected} columns, the first on line {line}; the cells that are not there count as missing.',
              { count: short, rows: short, expected, line: shortLine },
            ),
      ),
      ...(shortLine !== null && { line: shortLine }),
      count: short,
    })
  }
  if (long.count > 0 && !trailing) {
    const values = { count: long.count, rows: long.count, columns: expected, expected, line: long.firstLine }
    warnings.push({
      code: 'long-rows',
      ...told(
        long.filled === 0
          ? phrase(
              '{count, plural, one {One row has} other {{rows} rows have}} more cells than the {columns, plural, one {one column} other {{expected} columns}}, the first on line {line}; the cells beyond are all empty.',
              values,
            )
          : phrase(
              '{count, plural, one {One row has} other {{rows} rows have}} more cells than the {columns, plural, one {one column} other {{expected} columns}}, the first on line {line}; the cells beyond are in columns of their own, without names.',
              values,
            ),
      ),
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

function malformedQuotes({ count, firstLine }: MalformedQuotes): Warning[] {
  if (count === 0) return []
  return [
    {
      code: 'malformed-quotes',
      ...told(
        phrase(
          'Quotes inside quoted cells are not doubled, the first on line {line}; the cells were read as well as they can be.',
          { line: firstLine },
        ),
      ),
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
  const { name } = first
  const said =
    lacking.length === 1
      ? phrase('Column {at} has no name in the header; it is called “{name}” here.', {
          at: first.index + 1,
          name,
        })
      : phrase('{count} columns have no name in the header; the first of them is called “{name}” here.', {
          count: lacking.length,
          name,
        })
  return [{ code: 'empty-names', ...told(said), column: first.name, count: lacking.length }]
}

function renamedColumns({ profiles }: ProfiledColumns): Warning[] {
  return profiles.flatMap(({ name, original }) => {
    const written = original.trim()
    if (written === '' || written === name) return []
    return [
      {
        code: 'renamed-column',
        ...told(
          phrase('There is more than one column named “{written}”; this one is called “{name}” here.', {
            written,
            name,
          }),
        ),
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
      ...told(
        phrase(
          'The first line has numbers, “{first}”, “{second}”…, that are taken for names of columns. If they are values, say that there is no header.',
          { first: first.name, second: second.name },
        ),
      ),
      column: first.name,
      count: numbers.length,
    },
  ]
}
