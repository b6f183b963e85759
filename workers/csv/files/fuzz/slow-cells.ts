/**
 * The cells of one row by RFC 4180, one character after the other; null where its quotes are not as they should be, so
 * that there is more than one way to read it. Blanks around quotes count as such.
 */
export function slowCells(row: string, delimiter: string, quote: string): string[] | null {
  const cells: string[] = []
  let at = 0
  for (;;) {
    let cell = ''
    if (quote !== '' && row[at] === quote) {
      at++
      for (;;) {
        if (at >= row.length) return null
        if (row[at] === quote) {
          if (row[at + 1] !== quote) break
          at++
        }
        cell += row[at++]
      }
      at++
      if (at < row.length && row[at] !== delimiter) return null
    } else {
      while (at < row.length && row[at] !== delimiter) {
        if (row[at] === '\n' || row[at] === '\r') return null
        cell += row[at++]
      }
    }
    cells.push(cell)
    if (at >= row.length) return delimiter === ' ' ? withoutBlanks(row, cells, quote) : cells
    at++
  }
}

/** Between blanks only rows without an empty quoted cell are cut in one way alone. */
function withoutBlanks(row: string, cells: string[], quote: string): string[] | null {
  return quote !== '' && row.includes(quote) ? null : cells.filter((cell) => cell !== '')
}
