import { looksNumeric } from './decimal.ts'
import { RECORDS, sniffDelimiter } from './delimiter.ts'
import { namesAboveNumbers } from './header.ts'
import { isMissing } from './missing.ts'
import { usualWidth } from './preamble.ts'
import { splitSample, type CommentLine } from './sample.ts'

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
    if (!new RegExp(`^${comment}`, 'm').test(text.replace(/\r/g, '\n'))) continue
    const found = commentedBy(comment, text, quote, delimiter, complete)
    if (found !== null) return found
  }
  return { comment: '', names: null }
}

function commentedBy(
  comment: string,
  text: string,
  quote: string,
  said: string | undefined,
  complete: boolean,
): SniffedComment | null {
  const delimiter = said ?? sniffDelimiter(text, { quote, comment }, complete).delimiter ?? ','
  if (delimiter === comment) return null
  // A line can begin with an empty cell.
  if (said === undefined && comment === ';' && isDelimiter(comment, text, quote, complete)) return null
  const marks = { delimiter, quote, comment }
  const lines: CommentLine[] = []
  const records = splitSample(text, marks, complete, RECORDS, lines)
  if (records.length === 0 || lines.length === 0) return null
  const cells = records.map((record) => record.cells)
  const width = usualWidth(cells)
  const split = lines.map((line) => splitSample(line.text, { ...marks, comment: '' }, true))
  const cut = split.map((parts) => parts.flatMap((record) => record.cells))
  if (cut.some(([first = '']) => isMissing(first))) return null
  const last = lines.findLastIndex(({ start }) => start < records[0].start)
  if (last === lines.length - 1 && namesColumns(cut[last], cells, width)) {
    return { comment: '', names: lines[last].start }
  }
  const first = cells.slice(1).flatMap(([cell]) => (isMissing(cell) ? [] : [cell]))
  const numbered = first.length > 0 && first.filter(looksNumeric).length >= 0.9 * first.length
  const isAlike = (line: string[], i: number) => line.length === width && !split[i].some(({ stray }) => stray)
  const alike = cut.filter(isAlike).length
  return numbered || alike < 0.5 * lines.length ? { comment, names: null } : null
}

function isDelimiter(mark: string, text: string, quote: string, complete: boolean): boolean {
  const lines = splitSample(text, { delimiter: mark, quote, comment: '' }, complete, RECORDS)
  return (
    lines.filter(({ cells }) => cells.length > 2 || (cells.length === 2 && cells[0] !== '')).length >
    0.5 * lines.length
  )
}

/** Whether a line names the columns of records that begin with values. */
function namesColumns(names: string[], records: string[][], width: number): boolean {
  const over = namesAboveNumbers([names, ...records])
  if (names.length !== width || over.names === 0 || over.values > 0) return false
  const first = namesAboveNumbers(records.length > 1 ? records : [records[0], records[0]])
  return first.values > first.names
}
