/**
 * Cells of a row between runs of blanks, none of which is before the first or behind the last cell. `cells` was cut at
 * every blank, so an empty cell may be a quoted one: `row` as written tells, where it has quotes.
 */
export function joinBlanks(cells: string[], row: string, quote: string): string[] {
  if (!cells.includes('')) return cells
  if (quote === '' || !row.includes(quote + quote)) return cells.filter((cell) => cell !== '')
  const joined: string[] = []
  for (let at = 0; at < row.length;) {
    if (row[at] === ' ') {
      at++
      continue
    }
    const end = endOfCell(row, at, quote)
    joined.push(unquoted(row.slice(at, end), quote))
    at = end
  }
  return joined
}

function endOfCell(row: string, start: number, quote: string): number {
  let close = start
  if (row[start] === quote) {
    do close = row.indexOf(quote, close + 1)
    while (close > 0 && row[++close] === quote)
  }
  const end = close < 0 ? -1 : row.indexOf(' ', close)
  return end < 0 ? row.length : end
}

function unquoted(cell: string, quote: string): string {
  if (cell[0] !== quote) return cell
  const close = cell.lastIndexOf(quote)
  return cell.slice(1, close).replaceAll(quote + quote, quote) + cell.slice(close + 1)
}
