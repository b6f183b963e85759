import type { Tasks } from '../tasks.ts'
import { cellDecoder, codeUnits } from './encoding.ts'
import { openSource } from './source.ts'
import { createTokeniser } from './tokeniser.ts'

type Span = Tasks['read-rows']['input']

/** Cells [rows][columns] of the rows in bytes [from, to), decoded and unquoted; cells that are not there are empty. */
export function readRows(span: Span): string[][] {
  const decode = cellDecoder(span.dialect.encoding)
  const table: string[][] = []
  eachRow(span, (cells) =>
    table.push(Array.from({ length: span.columns }, (_, column) => decode(cells[column] ?? ''))),
  )
  return table
}

/** The different texts of one column over the same rows, without blanks around them, and which of them each row holds. */
export function readTexts({ column, ...span }: Tasks['read-texts']['input']): Tasks['read-texts']['output'] {
  const decode = cellDecoder(span.dialect.encoding)
  const codes = new Uint32Array(span.rows)
  const known = new Map<string, number>()
  let row = 0
  eachRow(span, (cells) => {
    const raw = cells[column] ?? ''
    const code = known.get(raw) ?? known.size
    known.set(raw, code)
    codes[row++] = code
  })
  return { codes, texts: Array.from(known.keys(), (raw) => decode(raw).trim()) }
}

function eachRow(span: Span, onRow: (cells: string[]) => void): void {
  const { path, from, to, rows, dialect, blankRows } = span
  const source = openSource(path)
  try {
    const buffer = Buffer.alloc(to - from)
    const bytes = buffer.subarray(0, source.read(from, buffer))
    let seen = 0
    const add = (cells: string[]) => {
      if (seen >= rows) return
      seen++
      onRow(cells)
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
    while (blankRows && seen < rows) add([])
  } finally {
    source.close()
  }
}
