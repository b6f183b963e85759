/** The marks by which a text falls into records and cells. */
export interface CellMarks {
  delimiter: string
  /** Empty where no mark quotes cells. */
  quote: string
  /** Empty where no line is a comment. */
  comment: string
}

/** A record of the first part of a file. */
export interface SampleRecord {
  cells: string[]
  /** Place of its first character in the text. */
  start: number
}

/** A line that is a comment. */
export interface CommentLine {
  start: number
  text: string
}

/**
 * Splits the first part of a file into cells, for sniffing only. Blank lines and comments are left out, runs of blanks
 * are one delimiter. With `complete` false the text may end inside a record, and the last one is left out too. At most
 * `most` records are given. The lines that are comments are added to `comments`.
 */
export function splitSample(
  text: string,
  { delimiter, quote, comment }: CellMarks,
  complete: boolean,
  most = Infinity,
  comments: CommentLine[] = [],
): SampleRecord[] {
  const records: SampleRecord[] = []
  let record: string[] = []
  let start = 0
  let position = 0
  while (position < text.length) {
    if (position === start && comment !== '' && text.startsWith(comment, position)) {
      while (position < text.length && text[position] !== '\n' && text[position] !== '\r') position++
      comments.push({ start, text: text.slice(start, position) })
      start = ++position
      continue
    }
    const cell = text[position] === quote ? quotedCell(text, position, quote) : { value: '', end: position }
    let end = cell.end
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++
    // Runs of blanks are one delimiter, and blanks at the ends of a line are none.
    if (delimiter !== ' ' || end > position) record.push(cell.value + text.slice(cell.end, end))
    position = end + 1
    if (end < text.length && text[end] === delimiter && position < text.length) continue
    if (text[end] === delimiter && delimiter !== ' ') record.push('')
    if (record.length > 1 || (record.length === 1 && record[0].trim() !== '')) {
      records.push({ cells: record, start })
      if (records.length === most && position < text.length) return records
    }
    record = []
    start = position
  }
  if (!complete && !/[\r\n]$/.test(text)) records.pop()
  return records
}

function quotedCell(text: string, start: number, quote: string): { value: string; end: number } {
  let value = ''
  let from = start + 1
  for (;;) {
    const at = text.indexOf(quote, from)
    if (at < 0) return { value: value + text.slice(from), end: text.length }
    value += text.slice(from, at)
    if (text[at + 1] !== quote) return { value, end: at + 1 }
    value += quote
    from = at + 2
  }
}
