import { EngineError } from '../../contract/errors.ts'

/** The column of text that has the largest share of numbers. */
export interface NearestToNumbers {
  name: string
  numbers: number
  present: number
  /** The line of its first cell that is no number. */
  line: number
}

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

  packedBinary: (name: string, what: string) =>
    new EngineError(
      'file-binary',
      `“${name}” is a gzip archive that holds ${what}, not a text table.`,
      remedyFor(what),
    ),

  cutGzip: (name: string) =>
    new EngineError(
      'file-unreadable',
      `The gzip archive “${name}” ends before its content does: it is not complete.`,
      'Copy or download it again, and open that.',
    ),

  brokenGzip: (name: string) =>
    new EngineError(
      'file-unreadable',
      `The gzip archive “${name}” is damaged: its content cannot be unpacked.`,
      'Copy or download it again, and open that.',
    ),

  noRoom: (name: string, folder: string, room: number) =>
    new EngineError(
      'too-large',
      `Unpacked, “${name}” takes more than the ${sizeName(room)} that can be used in the folder for temporary files (${folder}).`,
      'Free space there, or unpack the file to a disk that has it and open what is inside.',
    ),

  diskFull: (name: string) =>
    new EngineError(
      'too-large',
      `The disk was full before “${name}” was unpacked.`,
      'Free space where temporary files are, or unpack the file to a disk that has it and open what is inside.',
    ),

  folder: (name: string) =>
    new EngineError(
      'file-is-directory',
      `“${name}” is a folder, not a file.`,
      'Choose a CSV file inside it.',
    ),

  device: (name: string) =>
    new EngineError(
      'file-unreadable',
      `“${name}” is a device or a pipe, not a file.`,
      'Save the table to a file and open that.',
    ),

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
      remedyForText(what),
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

  noNumbers: (name: string, columns: number, delimiter: string, nearest: NearestToNumbers | null) =>
    new EngineError(
      'no-numeric-column',
      `${
        columns === 1
          ? `“${name}” has one column, and it does not hold numbers.`
          : `None of the ${columns} columns of “${name}” holds numbers.`
      }${nearest === null ? '' : ` The nearest to it, “${nearest.name}”, has ${nearest.numbers} in ${nearest.present} cells; the first that is none is on line ${nearest.line}.`}`,
      nearest === null
        ? `Basin clusters on numbers. If there are some, check the delimiter (read as ${markName(delimiter)}) and the decimal mark.`
        : `In a column of numbers nine in ten cells are numbers. Take that line out if it is no row, or check the delimiter (read as ${markName(delimiter)}) and the decimal mark.`,
      nearest === null ? {} : { line: nearest.line, column: nearest.name },
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
  if (/UTF-32/.test(what)) return 'Save it as UTF-8 in a text editor and open that.'
  if (/workbook|spreadsheet|Office/.test(what))
    return 'Open it in the program it comes from, save the sheet as CSV, and open that file.'
  if (/archive$/.test(what)) return 'Unpack it and open the table that is inside.'
  return 'Export the data as CSV from the program it comes from, and open that file.'
}

function remedyForText(what: string): string {
  if (/HTML/.test(what))
    return 'If a download saved a page in place of the file, download the file itself; a table on a page has to be exported as CSV.'
  if (/Git LFS/.test(what)) return 'Fetch the file itself with “git lfs pull” and open that.'
  return 'Open it in the program it comes from and export it as CSV.'
}

function sizeName(bytes: number): string {
  return bytes < 1e9 ? `${Math.floor(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}
