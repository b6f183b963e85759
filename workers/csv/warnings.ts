import type { Warning } from '../../contract/views.ts'
import type { ProfiledColumns } from './columns.ts'
import type { TitleLine } from '../../core/table/dialect.ts'
import type { CollectedRows } from './rows.ts'
import type { TableShape } from './widths.ts'

/** Rows with quotes that are not doubled. */
export interface MalformedQuotes {
  count: number
  firstLine: number
}

/** Everything about a table that a person should know before trusting it. */
export function tableWarnings(
  { shape }: CollectedRows,
  titles: TitleLine[],
  columns: ProfiledColumns,
  malformed: MalformedQuotes,
  decode: (cell: string) => string,
): Warning[] {
  return [
    ...rejectedCells(columns, decode),
    ...skippedTitles(titles, decode),
    ...rowNames(shape, columns),
    ...unevenRows(shape),
    ...malformedQuotes(malformed),
    ...renamedColumns(columns),
    ...ambiguousDecimals(columns),
  ]
}

/** The file was said to be UTF-8 and is not throughout. */
export function invalidUtf8(): Warning {
  return {
    code: 'encoding',
    message:
      'Some characters are not valid UTF-8 and show as “\ufffd”. Another encoding, such as Windows-1252, may fit.',
  }
}

function rejectedCells({ profiles, counts }: ProfiledColumns, decode: (cell: string) => string): Warning[] {
  return profiles.flatMap(({ name, rejected }, index) => {
    const first = counts[index].firstOther
    if (rejected === 0 || first === null) return []
    const text = decode(first.text).slice(0, 40)
    const what =
      rejected === 1
        ? `One cell of “${name}” is not a number and counts as missing: “${text}” on line ${first.line}.`
        : `${rejected} cells of “${name}” are not numbers and count as missing; the first is “${text}” on line ${first.line}.`
    return [{ code: 'rejected-cells', message: what, line: first.line, column: name, count: rejected }]
  })
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

function unevenRows({ short, long, expected }: TableShape): Warning[] {
  const warnings: Warning[] = []
  if (short > 0) {
    warnings.push({
      code: 'short-rows',
      message: `${rowsHave(short)} fewer cells than the ${expected} columns; the cells that are not there count as missing.`,
      count: short,
    })
  }
  if (long.count > 0) {
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

function ambiguousDecimals({ profiles }: ProfiledColumns): Warning[] {
  return profiles.flatMap(({ name, ambiguous }) =>
    ambiguous
      ? [
          {
            code: 'ambiguous-decimal',
            message: `Every number of “${name}” with a decimal mark has three digits behind it: they could be thousands. Check the decimal mark.`,
            column: name,
          },
        ]
      : [],
  )
}
