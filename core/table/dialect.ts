import { sniffDecimal } from './decimal.ts'
import { sniffDelimiter } from './delimiter.ts'
import { sniffHeader } from './header.ts'
import { MISSING_TOKENS } from './missing.ts'
import { countPreamble } from './preamble.ts'
import { splitSample } from './sample.ts'
import { separatorLine } from './separator-line.ts'
import type { TableDialect, TableDialectChoice } from './types.ts'

const QUOTE = '"'
/** Records that tell where the table begins. */
const RECORDS = 200

export interface SniffedTable {
  dialect: TableDialect
  /** The first line says which delimiter it is, and is no record. */
  separatorLine: boolean
  /** Records before the table, without the separator line. */
  preamble: number
}

/**
 * How the table is written, from the text of its first part (one character per byte will do: all marks are ASCII).
 * What was chosen is kept. `complete`: the text is the whole file.
 */
export function sniffDialect(
  whole: string,
  complete: boolean,
  encoding: string,
  choice: TableDialectChoice,
): SniffedTable {
  const separator = separatorLine(whole)
  const text = whole.slice(separator?.length ?? 0)
  const found = choice.delimiter ?? separator?.delimiter ?? sniffDelimiter(text, QUOTE, complete)
  // Any mark that no cell of a single column holds: a semicolon leaves decimal commas whole.
  const delimiter = found ?? (/\d,\d/.test(text) ? ';' : ',')
  const all = splitSample(text, delimiter, QUOTE, complete)
  const preamble = countPreamble(all.slice(0, RECORDS), delimiter)
  const records = all.slice(preamble)
  const decimal = choice.decimal ?? sniffDecimal(records, delimiter)
  const header = choice.header ?? sniffHeader(records, decimal)
  return {
    dialect: {
      encoding,
      delimiter,
      quote: choice.quote ?? QUOTE,
      decimal,
      thousands: choice.thousands ?? '',
      header,
      comment: choice.comment ?? '',
      missing: [...(choice.missing ?? MISSING_TOKENS)],
      skip: choice.skip ?? 0,
    },
    separatorLine: separator !== null,
    preamble,
  }
}
