import { looksNumeric } from './decimal.ts'
import { RECORDS, sniffDelimiter } from './delimiter.ts'
import { namesAboveNumbers } from './header.ts'
import { usualWidth } from './preamble.ts'
import { splitSample } from './sample.ts'

const CANDIDATES = ['#', '%', '//', '!', ';'] as const

export interface SniffedComment {
  /** Empty where no line is a comment. */
  comment: string
  /** Place of the line that names the columns behind such a mark; everything above it is no part of the table. */
  names: number | null
}

/**
 * The mark at the beginning of lines that are no rows: they are cut into other numbers of cells than the rows are, or
 * stand where the first column has numbers. A line that names the columns above the first row is the header, mark and all.
 */
export function sniffComment(
  text: string,
  quote: string,
  delimiter: string | undefined,
  complete: boolean,
): SniffedComment {
  for (const comment of CANDIDATES) {
    const marked = linesBeginning(text, comment)
    if (marked.length === 0) continue
    const found = commentedBy(comment, marked, text, quote, delimiter, complete)
    if (found !== null) return found
  }
  return { comment: '', names: null }
}

function commentedBy(
  comment: string,
  marked: { start: number; end: number }[],
  text: string,
  quote: string,
  said: string | undefined,
  complete: boolean,
): SniffedComment | null {
  const delimiter = said ?? sniffDelimiter(text, { quote, comment }, complete) ?? ','
  if (delimiter.startsWith(comment)) return null
  const marks = { delimiter, quote, comment }
  const records = splitSample(text, marks, complete, RECORDS)
  if (records.length === 0) return null
  const cells = records.map((record) => record.cells)
  const width = usualWidth(cells)
  const cut = (line: { start: number; end: number }) =>
    splitSample(text.slice(line.start, line.end), { ...marks, comment: '' }, true).flatMap((r) => r.cells)
  const last = marked.findLastIndex(({ start }) => start < records[0].start)
  if (last === marked.length - 1) {
    const names = cut(marked[last])
    const over = namesAboveNumbers([names, ...cells])
    if (names.length === width && over.names > 0 && over.values === 0 && areValues(cells)) {
      return { comment: '', names: marked[last].start }
    }
  }
  const first = cells.slice(1).map(([cell]) => cell)
  const numbered = first.filter(looksNumeric).length >= 0.9 * first.length && first.length > 0
  const alike = marked.filter((line) => cut(line).length === width).length
  return numbered || alike < 0.5 * marked.length ? { comment, names: null } : null
}

/** Whether no record names the columns: the first one has numbers where those below have. */
function areValues(cells: readonly string[][]): boolean {
  const { names, values } = namesAboveNumbers(cells.length > 1 ? cells : [cells[0], cells[0]])
  return values > names
}

/** Lines that begin with a text, the first of them. */
function linesBeginning(text: string, mark: string): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = []
  for (let at = text.indexOf(mark); at >= 0 && lines.length < RECORDS; at = text.indexOf(mark, at + 1)) {
    if (at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\r') continue
    const end = /[\r\n]/.exec(text.slice(at, at + LONGEST_LINE))
    lines.push({ start: at, end: end === null ? Math.min(text.length, at + LONGEST_LINE) : at + end.index })
  }
  return lines
}

const LONGEST_LINE = 10_000
