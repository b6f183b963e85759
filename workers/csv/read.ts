import type { Tasks } from '../tasks.ts'
import { cellDecoder, codeUnits } from './encoding.ts'
import { openSource } from './source.ts'
import { createTokeniser } from './tokeniser.ts'

/** Cells [rows][columns] of the rows in bytes [from, to), decoded and unquoted; cells that are not there are empty. */
export function readRows({
  path,
  from,
  to,
  rows,
  columns,
  dialect,
  blankRows,
}: Tasks['read-rows']['input']): string[][] {
  const source = openSource(path)
  try {
    const buffer = Buffer.alloc(to - from)
    const bytes = buffer.subarray(0, source.read(from, buffer))
    const decode = cellDecoder(dialect.encoding)
    const table: string[][] = []
    const add = (cells: string[]) => {
      if (table.length >= rows) return
      table.push(Array.from({ length: columns }, (_, column) => decode(cells[column] ?? '')))
    }
    const tokeniser = createTokeniser({
      delimiter: dialect.delimiter,
      quote: dialect.quote,
      comment: dialect.comment,
      onRow: add,
      onBlankLine() {
        if (blankRows) add([])
      },
      onFault: () => undefined,
    })
    tokeniser.push(codeUnits(bytes, dialect.encoding))
    tokeniser.end()
    // Nothing follows the line end before an empty last row.
    while (blankRows && table.length < rows) add([])
    return table
  } finally {
    source.close()
  }
}
