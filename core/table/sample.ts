const LF = 10
const CR = 13
const BLANK = 32

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
  /** Places of its first character in the text, and behind its last. */
  start: number
  end: number
  /** Has a quote where it neither opens nor closes a cell, or one that is never closed: the record is not meant to be cut like this. */
  stray: boolean
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
  const isBlankCut = delimiter === ' '
  const cut = delimiter.charCodeAt(0)
  const mark = quote === '' ? -1 : quote.charCodeAt(0)
  let record: string[] = []
  let stray = false
  let start = 0
  let position = 0
  while (position < text.length) {
    if (position === start && comment !== '' && text.startsWith(comment, position)) {
      while (position < text.length && text[position] !== '\n' && text[position] !== '\r') position++
      comments.push({ start, text: text.slice(start, position) })
      start = ++position
      continue
    }
    const quoted = text.charCodeAt(position) === mark ? quotedCell(text, position, quote) : null
    const from = quoted?.end ?? position
    if (quoted?.closed === false) stray = true
    let end = from
    let next = NaN
    for (; end < text.length; end++) {
      next = text.charCodeAt(end)
      if (next === cut || next === LF || next === CR) break
      if (next === mark || (quoted !== null && next !== BLANK)) stray = true
    }
    // Runs of blanks are one delimiter, and blanks at the ends of a line are none.
    if (!isBlankCut || end > position) record.push((quoted?.value ?? '') + text.slice(from, end))
    position = end + 1
    const isCut = end < text.length && next === cut
    if (isCut && position < text.length) continue
    if (isCut && !isBlankCut) record.push('')
    if (record.length > 1 || (record.length === 1 && record[0].trim() !== '')) {
      records.push({ cells: record, start, end: isCut ? position : end, stray })
      if (records.length === most && position < text.length) return records
    }
    record = []
    stray = false
    start = position
  }
  if (!complete && !/[\r\n]$/.test(text)) records.pop()
  return records
}

interface QuotedCell {
  value: string
  end: number
  closed: boolean
}

function quotedCell(text: string, start: number, quote: string): QuotedCell {
  let value = ''
  let from = start + 1
  for (;;) {
    const at = text.indexOf(quote, from)
    if (at < 0) return { value: value + text.slice(from), end: text.length, closed: false }
    value += text.slice(from, at)
    if (text[at + 1] !== quote) return { value, end: at + 1, closed: true }
    value += quote
    from = at + 2
  }
}
