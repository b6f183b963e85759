import { sniffDecimal } from './decimal.ts'
import { sniffDelimiter } from './delimiter.ts'
import { sniffHeader } from './header.ts'
import { splitSample } from './sample.ts'
import type { TableDialect, TableDialectChoice } from './types.ts'

const QUOTE = '"'

/**
 * How the table is written, from the text of its first part (one character per byte will do: all marks are ASCII).
 * What was chosen is kept. `complete`: the text is the whole file.
 */
export function sniffDialect(
  text: string,
  complete: boolean,
  encoding: string,
  choice: TableDialectChoice,
): TableDialect {
  const found = choice.delimiter ?? sniffDelimiter(text, QUOTE, complete)
  // Any mark that no cell of a single column holds: a semicolon leaves decimal commas whole.
  const delimiter = found ?? (/\d,\d/.test(text) ? ';' : ',')
  const records = splitSample(text, delimiter, QUOTE, complete)
  const decimal = choice.decimal ?? sniffDecimal(records, delimiter)
  return {
    encoding,
    delimiter,
    quote: QUOTE,
    decimal,
    thousands: '',
    header: choice.header ?? sniffHeader(records, decimal),
  }
}
