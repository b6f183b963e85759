import { EngineError } from '../../contract/errors.ts'

/** The file's content is not a table. Functions, because each names the file. */
export const refusals = {
  empty: (name: string) =>
    new EngineError(
      'file-empty',
      `“${name}” is empty.`,
      'Check that the program that wrote it has finished, or choose another file.',
    ),

  headerOnly: (name: string) =>
    new EngineError(
      'file-header-only',
      `“${name}” has column names on its first line and no rows below them.`,
      'Export it again with its rows; if the first line holds data, say that there is no header.',
    ),

  binary: (name: string, what: string) =>
    new EngineError('file-binary', `“${name}” is ${what}, not a text table.`, remedyFor(what)),

  zeroByte: (name: string, line: number) =>
    new EngineError(
      'file-binary',
      `“${name}” has a zero byte on line ${line}, which no text table has.`,
      'If it is text in UTF-16, choose that encoding; otherwise export it again as CSV.',
      { line },
    ),

  foreign: (name: string, what: string) =>
    new EngineError(
      'file-unreadable',
      `“${name}” is ${what}, not a table of rows and columns.`,
      'Open it in the program it comes from and export it as CSV.',
    ),

  unclosedQuote: (name: string, line: number) =>
    new EngineError(
      'file-unreadable',
      `The quote that opens on line ${line} of “${name}” is never closed, so everything after it would be one cell.`,
      'Close the quote on that line, or take it out, and open the file again.',
      { line },
    ),

  swallowingQuote: (name: string, line: number) =>
    new EngineError(
      'file-unreadable',
      `The quote that opens on line ${line} of “${name}” is closed many lines below, and what lies between looks like rows of the table.`,
      'Close the quote on that line, or take it out, and open the file again.',
      { line },
    ),

  nothingBelow: (name: string, skip: number) =>
    new EngineError(
      'file-empty',
      `Nothing is left of “${name}” below the ${skip === 1 ? 'line that is' : `${skip} lines that are`} skipped.`,
      'Skip fewer lines.',
    ),

  commentIsDelimiter: (mark: string) =>
    new EngineError(
      'invalid-input',
      `The mark of comments begins with the delimiter (${markName(mark)}).`,
      'Choose another mark for comments, or another delimiter.',
    ),

  longLine: (name: string, line: number) =>
    new EngineError(
      'file-unreadable',
      `Line ${line} of “${name}” is longer than 32 MB, so its rows are not on lines of their own.`,
      'Export it again as a text table with one row per line.',
      { line },
    ),

  tooWide: (name: string, line: number, cells: number, expected: number) =>
    new EngineError(
      'file-unreadable',
      `Line ${line} of “${name}” has ${cells} cells, and the first line has ${expected}.`,
      'Check that line and the delimiter: line ends may be missing, or the table begins further down.',
      { line },
    ),

  changed: (name: string) =>
    new EngineError(
      'file-changed',
      `“${name}” was changed while it was being read.`,
      'Wait until it is complete and open it again.',
    ),

  noNumbers: (name: string, columns: number, delimiter: string) =>
    new EngineError(
      'no-numeric-column',
      columns === 1
        ? `“${name}” has one column, and it does not hold numbers.`
        : `None of the ${columns} columns of “${name}” holds numbers.`,
      `Basin clusters on numbers. If there are some, check the delimiter (read as ${markName(delimiter)}) and the decimal mark.`,
    ),

  groupedThousands: (name: string, column: string) =>
    new EngineError(
      'no-numeric-column',
      `No column of “${name}” holds numbers that can be read: cells of “${column}” look like numbers with grouped thousands.`,
      'Numbers with marks between their thousands are not read yet: export the file without those marks.',
      { column },
    ),

  cancelled: () => new EngineError('cancelled', 'Opening the file was cancelled.', ''),
}

/** A mark as a person would call it. */
export function markName(mark: string): string {
  const names: Record<string, string> = {
    ',': 'comma',
    ';': 'semicolon',
    '\t': 'tab',
    '|': 'vertical bar',
    ' ': 'blank',
  }
  return names[mark] ?? `“${mark}”`
}

function remedyFor(what: string): string {
  if (/gzip|xz|bzip2|Zstandard|7-Zip/.test(what))
    return 'Packed files are not read yet: unpack it and open what is inside.'
  if (/Excel/.test(what))
    return 'Open it in the program it comes from and save it as CSV; if it is an archive, unpack it.'
  return 'Export the data as CSV and open that file.'
}
