/** How the cells of a line are told apart. */
export interface CellMarks {
  delimiter: string
  /** Empty where no mark quotes cells. */
  quote: string
}

/** Text to put in at a place of a line. */
export interface Mark {
  at: number
  text: string
}

const STARTS = '=+-@\t\r'
const NUMBER = /^[\s]*[+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][+-]?\d+)?\s*$/

/**
 * Apostrophes for the cells of a line that a spreadsheet would run as formulae, in rising order. `isNumber` tells of a cell of a
 * column, by its position, whether it is read as a number; null where its text has to tell.
 */
export function formulaMarks(
  line: string,
  marks: CellMarks,
  isNumber: ((column: number) => boolean | null) | null,
): Mark[] {
  const found: Mark[] = []
  eachCell(line, marks, (column, start, end, quoted) => {
    const content = quoted ? start + 1 : start
    if (content >= end || !STARTS.includes(line[content])) return
    const text = line.slice(content, quoted ? end - 1 : end)
    if (isNumber?.(column) ?? NUMBER.test(text)) return
    if (marks.quote !== "'") found.push({ at: content, text: "'" })
    else if (quoted) found.push({ at: content, text: "''" })
    else enclose(found, line, start, end)
  })
  return found
}

/** Where apostrophes quote cells, a cell that begins with one has to be quoted. */
function enclose(found: Mark[], line: string, start: number, end: number): void {
  found.push({ at: start, text: "'''" })
  for (let at = line.indexOf("'", start); at >= 0 && at < end; at = line.indexOf("'", at + 1))
    found.push({ at, text: "'" })
  found.push({ at: end, text: "'" })
}

/** `end` is behind the closing quote of a quoted cell. */
function eachCell(
  line: string,
  { delimiter, quote }: CellMarks,
  take: (column: number, start: number, end: number, quoted: boolean) => void,
): void {
  const blanks = delimiter === ' '
  let start = 0
  for (let column = 0; start <= line.length; column++) {
    while (blanks && line[start] === ' ') start++
    if (blanks && start === line.length) return
    const quoted = quote !== '' && line[start] === quote
    const close = quoted ? closingQuote(line, start, quote, delimiter) : start
    const next = line.indexOf(delimiter, close)
    const end = next < 0 ? line.length : next
    take(column, start, quoted ? close : end, quoted)
    start = end + 1
  }
}

/** Behind the quote that ends a cell: one that is not doubled and stands before a delimiter or the end. */
function closingQuote(line: string, start: number, quote: string, delimiter: string): number {
  for (let at = line.indexOf(quote, start + 1); at >= 0; at = line.indexOf(quote, at + 1)) {
    if (line[at + 1] === quote) at++
    else if (endsCell(line, at + 1, delimiter)) return at + 1
  }
  return line.length
}

function endsCell(line: string, from: number, delimiter: string): boolean {
  let at = from
  while (line[at] === ' ' && delimiter !== ' ') at++
  return at >= line.length || line[at] === delimiter
}
