import Papa from 'papaparse'
import { joinBlanks } from './blanks.ts'
import { alignLineEnds, countLineEnds } from './line-ends.ts'
import { holdsRows } from './swallowed.ts'

/** `line` is the 1-based line on which the fault is; after an unclosed quote or a long line there is nothing more to cut. */
export interface TextFault {
  kind: 'unclosed-quote' | 'malformed-quote' | 'swallowing-quote' | 'long-line'
  line: number
}

export interface TokeniserOptions {
  delimiter: string
  /** Empty where no mark quotes cells. */
  quote: string
  /** What lines that are no rows begin with; empty or absent where there are none. */
  comment?: string
  /** The 1-based line with which the text begins. */
  line?: number
  /** `start` and `end` are places in the whole text, without the line end; `line` is 1-based. Blank lines are no rows, runs of blanks one delimiter. */
  onRow(cells: string[], start: number, end: number, line: number): void
  onBlankLine(start: number, end: number, line: number): void
  onComment?(start: number, end: number, line: number): void
  onFault(fault: TextFault): void
  /** Characters of one row beyond which it cannot be meant. */
  longestRow?: number
}

/** Cuts a text that comes in pieces into rows and cells. */
export interface Tokeniser {
  /** The line up to which rows were cut. */
  readonly line: number
  /** Characters that were pushed and belong to no row yet. */
  readonly held: number
  /** Whole rows of so many cells that somebody else has cut; only while nothing is held. */
  pass(characters: number, lines: number, cells: number): void
  push(text: string): void
  end(): void
}

/** 32 MB in encodings of one byte. */
const LONGEST_ROW = 1 << 25

export function createTokeniser({
  delimiter,
  quote,
  comment = '',
  line: firstLine = 1,
  onRow,
  onBlankLine,
  onComment,
  onFault,
  longestRow = LONGEST_ROW,
}: TokeniserOptions): Tokeniser {
  let rest = ''
  let before = 0
  let line = firstLine
  let width = 0

  function feed(given: string, last: boolean): void {
    // A CR at the end of a piece may be the first half of a CRLF.
    const held = !last && given.endsWith('\r') ? '\r' : ''
    const raw = held ? given.slice(0, -1) : given
    const { newline, text } = alignLineEnds(raw)
    const quoted = quote !== '' && text.includes(quote)
    const ended = text.endsWith(newline)
    let start = 0

    const parser = new Papa.Parser({
      delimiter,
      quoteChar: quote,
      newline,
      comments: comment === '' ? false : comment,
      // Without a quoting mark there is nothing that the other mode could tell.
      fastMode: quote === '' ? true : undefined,
      step({ data, errors }: { data: string[][]; errors: Papa.ParseError[] }) {
        const next = parser.getCharIndex()
        const end = ended || next < text.length ? next - newline.length : next
        if (comment !== '') takeComments(next)
        if (start < text.length) takeRow(data[0], end, errors)
        start = next
      },
    } as Papa.ParseConfig)

    function takeComments(until: number): void {
      while (start < until && text.startsWith(comment, start)) {
        const found = text.indexOf(newline, start)
        if (found < 0 && !last) return
        const end = found < 0 ? text.length : found
        onComment?.(before + start, before + end, line++)
        start = found < 0 ? end : end + newline.length
      }
    }

    function takeRow(cells: string[], end: number, errors: Papa.ParseError[]): void {
      for (const { code, index } of errors) {
        const at = line + countLineEnds(raw.slice(start, index))
        onFault({ kind: code === 'MissingQuotes' ? 'unclosed-quote' : 'malformed-quote', line: at })
      }
      if (isBlank(cells, end)) {
        const isRestOfLineEnd = raw[start] === '\n' && raw[start - 1] === '\r'
        if (!isRestOfLineEnd) onBlankLine(before + start, before + end, line++)
        return
      }
      const row = quoted ? raw.slice(start, end) : ''
      const ends = countLineEnds(row)
      const restoredCells = restored(cells, row, errors.length > 0)
      if (ends === 0) width = restoredCells.length
      else if (holdsRows(row, delimiter, width)) onFault({ kind: 'swallowing-quote', line })
      onRow(restoredCells, before + start, before + end, line)
      line += 1 + ends
    }

    function restored(cells: string[], row: string, malformed: boolean): string[] {
      const own = text !== raw && row.includes('\r') ? cellsOf(row) : cells
      return delimiter === ' ' ? joinBlanks(own, malformed ? '' : row, quote) : own
    }

    function isBlank(cells: string[], end: number): boolean {
      if (end <= start) return true
      return (cells.length === 1 || delimiter === ' ') && raw.slice(start, end).trim() === ''
    }

    parser.parse(text, 0, !last)
    if (comment !== '') takeComments(text.length)
    const open = raw.slice(start)
    rest = open + held
    before += start
    if (rest.length <= longestRow) return
    // Only a quote that is open keeps a row from ending with its line.
    onFault({ kind: /[\r\n]/.test(open) ? 'unclosed-quote' : 'long-line', line })
  }

  /** A row alone: its line ends are all inside quotes and come out as they are written. */
  function cellsOf(row: string): string[] {
    const { data } = new Papa.Parser({ delimiter, quoteChar: quote, newline: '\n' }).parse(
      row,
      0,
      false,
    ) as Papa.ParseResult<string[]>
    return data[0]
  }

  return {
    get line() {
      return line
    },
    get held() {
      return rest.length
    },
    pass(characters, lines, cells) {
      before += characters
      line += lines
      width = cells
    },
    push: (text) => feed(rest + text, false),
    end: () => feed(rest, true),
  }
}
