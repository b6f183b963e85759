import type { Warning } from '../../contract/views.ts'
import type { ProfiledColumns } from './columns.ts'
import type { RowCollector } from './rows.ts'

/** Rows with quotes that are not doubled. */
export interface MalformedQuotes {
  count: number
  firstLine: number
}

/** Everything about a table that a person should know before trusting it. */
export function tableWarnings(
  table: RowCollector,
  columns: ProfiledColumns,
  malformed: MalformedQuotes,
  decode: (cell: string) => string,
): Warning[] {
  return [
    ...rejectedCells(columns, decode),
    ...unevenRows(table),
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

function unevenRows({ shortRows, longRows, originals }: RowCollector): Warning[] {
  const warnings: Warning[] = []
  const count = shortRows.length
  if (count > 0) {
    warnings.push({
      code: 'short-rows',
      message: `${rowsHave(count)} fewer cells than the ${originals.length} columns; the cells that are not there count as missing.`,
      count,
    })
  }
  if (longRows.count > 0) {
    warnings.push({
      code: 'long-rows',
      message: `${rowsHave(longRows.count)} more cells than the ${originals.length} columns, the first on line ${longRows.firstLine}; the cells beyond are not read.`,
      line: longRows.firstLine,
      count: longRows.count,
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
