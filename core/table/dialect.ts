import { sniffComment, type SniffedComment } from './comment.ts'
import { sniffDecimal } from './decimal.ts'
import { RECORDS, sniffDelimiter } from './delimiter.ts'
import { sniffHeader } from './header.ts'
import { lineOfPlace, linesBetween, placeOfLine } from './line-places.ts'
import { MISSING_TOKENS, missingTexts } from './missing.ts'
import { countPreamble } from './preamble.ts'
import { sniffQuote } from './quote.ts'
import { splitSample } from './sample.ts'
import { separatorLine } from './separator-line.ts'
import type { TableDialect, TableDialectChoice } from './types.ts'

/** A line above the table that looks like its title. */
export interface TitleLine {
  line: number
  /** As the text has it. */
  text: string
}

export interface SniffedTable {
  dialect: TableDialect
  /** Place in the text where the lines end that are skipped. */
  start: number
  /** Every record is just as well one number as several. */
  ambiguousDelimiter: boolean
  /** Those of the lines skipped that nobody said to skip. */
  titles: TitleLine[]
}

/**
 * How the table is written, from the text of its first part (one character per byte will do: all marks are ASCII).
 * What was chosen is kept. `complete`: the text is the whole file. Where lines are to be skipped, the text has them all.
 */
export function sniffDialect(
  text: string,
  complete: boolean,
  encoding: string,
  choice: TableDialectChoice,
): SniffedTable {
  const separator = separatorLine(text)
  const from = choice.skip === undefined ? (separator?.length ?? 0) : placeOfLine(text, choice.skip)
  const below = text.slice(from)
  const quote = choice.quote ?? sniffQuote(below, complete)
  const said = choice.delimiter ?? separator?.delimiter
  const { comment, names } = commentOf(below, complete, quote, { ...choice, delimiter: said })
  const body = below.slice(names ?? 0)
  const sniffedDelimiter = said === undefined ? sniffDelimiter(body, { quote, comment }, complete) : null
  const delimiter = said ?? sniffedDelimiter?.delimiter ?? soleMark(body)
  const all = splitSample(body, { delimiter, quote, comment }, complete)
  const cells = all.map((record) => record.cells)
  const preamble = choice.skip === undefined ? countPreamble(cells.slice(0, RECORDS), delimiter) : 0
  const table = cells.slice(preamble)
  const start = from + (names ?? 0) + (preamble > 0 ? all[preamble].start : 0)
  const sniffed = sniffDecimal(table, delimiter)
  return {
    dialect: {
      encoding,
      delimiter,
      quote,
      decimal: choice.decimal ?? sniffed.decimal,
      thousands: choice.thousands ?? (choice.decimal === undefined ? sniffed.thousands : ''),
      header: choice.header ?? sniffHeader(table, missingTexts(choice.missing ?? MISSING_TOKENS).has),
      comment,
      missing: [...(choice.missing ?? MISSING_TOKENS)],
      skip: choice.skip ?? lineOfPlace(text, start) - 1,
    },
    start,
    ambiguousDelimiter: sniffedDelimiter?.ambiguous ?? false,
    titles: choice.skip === undefined ? linesBetween(text, from, start) : [],
  }
}

function commentOf(
  text: string,
  complete: boolean,
  quote: string,
  { comment, delimiter, skip }: TableDialectChoice,
): SniffedComment {
  if (comment !== undefined) return { comment, names: null }
  const found = sniffComment(text, quote, delimiter, complete)
  return found.names !== null && skip !== undefined ? { comment: '', names: null } : found
}

/** Any mark that no cell of a single column holds. */
function soleMark(text: string): string {
  return [',', ';', '\t', '|'].find((mark) => !text.includes(mark)) ?? ';'
}
