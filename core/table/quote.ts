import { splitSample, type CellMarks } from './sample.ts'

const DELIMITERS = ['\t', ',', ';', '|', ' '] as const
/** Records that tell whether a mark quotes. */
const RECORDS = 200

/**
 * The mark that quotes cells: an apostrophe where cells are written between two of them and none begins with a double
 * quote; none where, between tabs, most cells that begin with a double quote do not end with one, and no other cut of
 * the records has the quotes in their places.
 */
export function sniffQuote(text: string, complete: boolean): CellMarks['quote'] {
  const double = countQuoted(text, '"', complete)
  if (double.open === 0 && double.closed === 0) {
    const single = countQuoted(text, "'", complete)
    return single.closed > 1 && single.open === 0 ? "'" : '"'
  }
  const doubtful = text.includes('\t') && double.open > 1 && double.open > double.closed
  return doubtful && DELIMITERS.every((delimiter) => areAstray(text, delimiter, complete)) ? '' : '"'
}

/** Whether in most records that have double quotes these neither open nor close a cell. */
function areAstray(text: string, delimiter: string, complete: boolean): boolean {
  const records = splitSample(text, { delimiter, quote: '"', comment: '#' }, complete, RECORDS)
  const quoted = records.filter(({ start, end }) => text.slice(start, end).includes('"'))
  return quoted.filter(({ stray }) => stray).length >= 0.5 * quoted.length
}

/** Cells that begin with the mark: those that end with it on the same line, and those that do not. */
function countQuoted(text: string, mark: string, complete: boolean): { closed: number; open: number } {
  const edge = /[,;\t|]/.test(text) ? ',;\\t|' : ' '
  const cell = new RegExp(
    `(?<=^|[${edge}\\r\\n] ?)${mark}((?:[^${mark}\\r\\n]|${mark}${mark})*)(${mark}(?= ?(?:[${edge}\\r\\n]|$)))?`,
    'g',
  )
  const whole = complete ? text : text.slice(0, text.lastIndexOf('\n') + 1)
  let closed = 0
  let open = 0
  for (const [, , end] of whole.matchAll(cell)) {
    if (end === undefined) open++
    else closed++
  }
  return { closed, open }
}
