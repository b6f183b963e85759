import { EngineError } from '../../contract/errors.ts'
import { phrase, type Phrase } from '../../contract/words/say.ts'
import { formatPhrase } from './foreign-formats.ts'

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
      phrase('“{name}” is empty.', { name }),
      phrase('Check that the program that wrote it has finished, or choose another file.'),
    ),

  headerOnly: (name: string) =>
    new EngineError(
      'file-header-only',
      phrase('“{name}” has column names on its first line and no rows below them.', { name }),
      phrase('Export it again with its rows; if the first line holds data, say that there is no header.'),
    ),

  binary: (name: string, what: string) =>
    new EngineError(
      'file-binary',
      phrase('“{name}” is {what}, not a text table.', { name, what: formatPhrase(what) }),
      remedyFor(what),
    ),

  packedBinary: (name: string, what: string) =>
    new EngineError(
      'file-binary',
      phrase('“{name}” is a gzip archive that holds {what}, not a text table.', {
        name,
        what: formatPhrase(what),
      }),
      remedyFor(what),
    ),

  cutGzip: (name: string) =>
    new EngineError(
      'file-unreadable',
      phrase('The gzip archive “{name}” ends before its content does: it is not complete.', { name }),
      phrase('Copy or download it again, and open that.'),
    ),

  brokenGzip: (name: string) =>
    new EngineError(
      'file-unreadable',
      phrase('The gzip archive “{name}” is damaged: its content cannot be unpacked.', { name }),
      phrase('Copy or download it again, and open that.'),
    ),

  noRoom: (name: string, folder: string, room: number) =>
    new EngineError(
      'too-large',
      phrase(
        'Unpacked, “{name}” takes more than the {size} that can be used in the folder for temporary files ({folder}).',
        { name, size: sizePhrase(room), folder },
      ),
      phrase('Free space there, or unpack the file to a disk that has it and open what is inside.'),
    ),

  diskFull: (name: string) =>
    new EngineError(
      'too-large',
      phrase('The disk was full before “{name}” was unpacked.', { name }),
      phrase(
        'Free space where temporary files are, or unpack the file to a disk that has it and open what is inside.',
      ),
    ),

  folder: (name: string) =>
    new EngineError(
      'file-is-directory',
      phrase('“{name}” is a folder, not a file.', { name }),
      phrase('Choose a CSV file inside it.'),
    ),

  device: (name: string) =>
    new EngineError(
      'file-unreadable',
      phrase('“{name}” is a device or a pipe, not a file.', { name }),
      phrase('Save the table to a file and open that.'),
    ),

  zeroByte: (name: string, line: number) =>
    new EngineError(
      'file-binary',
      phrase('“{name}” has a zero byte on line {line}, which no text table has.', { name, line }),
      phrase('If it is text in UTF-16, choose that encoding; otherwise export it again as CSV.'),
      { line },
    ),

  foreign: (name: string, what: string) =>
    new EngineError(
      'file-unreadable',
      phrase('“{name}” is {what}, not a table of rows and columns.', { name, what: formatPhrase(what) }),
      remedyForText(what),
    ),

  unclosedQuote: (name: string, line: number) =>
    new EngineError(
      'file-unreadable',
      phrase(
        'The quote that opens on line {line} of “{name}” is never closed, so everything after it would be one cell.',
        { line, name },
      ),
      phrase('Close the quote on that line, or take it out, and open the file again.'),
      { line },
    ),

  swallowingQuote: (name: string, line: number) =>
    new EngineError(
      'file-unreadable',
      phrase(
        'The quote that opens on line {line} of “{name}” is closed many lines below, and what lies between looks like rows of the table.',
        { line, name },
      ),
      phrase('Close the quote on that line, or take it out, and open the file again.'),
      { line },
    ),

  nothingBelow: (name: string, skip: number) =>
    new EngineError(
      'file-empty',
      phrase(
        'Nothing is left of “{name}” below the {skip, plural, one {line that is} other {{lines} lines that are}} skipped.',
        { name, skip, lines: skip },
      ),
      phrase('Skip fewer lines.'),
    ),

  commentIsDelimiter: (mark: string) =>
    new EngineError(
      'invalid-input',
      phrase('The mark of comments begins with the delimiter ({mark}).', { mark: markPhrase(mark) }),
      phrase('Choose another mark for comments, or another delimiter.'),
    ),

  longLine: (name: string, line: number) =>
    new EngineError(
      'file-unreadable',
      phrase('Line {line} of “{name}” is longer than 32 MB, so its rows are not on lines of their own.', {
        line,
        name,
      }),
      phrase('Export it again as a text table with one row per line.'),
      { line },
    ),

  tooWide: (name: string, line: number, cells: number, expected: number) =>
    new EngineError(
      'file-unreadable',
      phrase('Line {line} of “{name}” has {cells} cells, and the first line has {expected}.', {
        line,
        name,
        cells,
        expected,
      }),
      phrase(
        'Check that line and the delimiter: line ends may be missing, or the table begins further down.',
      ),
      { line },
    ),

  changed: (name: string) =>
    new EngineError(
      'file-changed',
      phrase('“{name}” was changed while it was being read.', { name }),
      phrase('Wait until it is complete and open it again.'),
    ),

  noNumbers: (name: string, columns: number, delimiter: string, nearest: NearestToNumbers | null) =>
    nearest === null
      ? new EngineError(
          'no-numeric-column',
          noneHoldsNumbers(name, columns),
          phrase(
            'Basin clusters on numbers. If there are some, check the delimiter (read as {mark}) and the decimal mark.',
            { mark: markPhrase(delimiter) },
          ),
        )
      : new EngineError(
          'no-numeric-column',
          phrase(
            '{none} The nearest to it, “{nearest}”, has {numbers} in {present} cells; the first that is none is on line {line}.',
            {
              none: noneHoldsNumbers(name, columns),
              nearest: nearest.name,
              numbers: nearest.numbers,
              present: nearest.present,
              line: nearest.line,
            },
          ),
          phrase(
            'In a column of numbers nine in ten cells are numbers. Take that line out if it is no row, or check the delimiter (read as {mark}) and the decimal mark.',
            { mark: markPhrase(delimiter) },
          ),
          { line: nearest.line, column: nearest.name },
        ),

  cancelled: () => new EngineError('cancelled', phrase('Opening the file was cancelled.'), ''),
}

function noneHoldsNumbers(name: string, columns: number): Phrase {
  return columns === 1
    ? phrase('“{name}” has one column, and it does not hold numbers.', { name })
    : phrase('None of the {columns} columns of “{name}” holds numbers.', { columns, name })
}

const MARKS: Readonly<Record<string, Phrase>> = {
  ',': phrase('comma'),
  ';': phrase('semicolon'),
  '\t': phrase('tab'),
  '|': phrase('vertical bar'),
  ' ': phrase('blank'),
}

/** A mark as a person would call it. */
function markPhrase(mark: string): Phrase {
  return MARKS[mark] ?? phrase('“{name}”', { name: mark })
}

function remedyFor(what: string): Phrase {
  if (/UTF-32/.test(what)) return phrase('Save it as UTF-8 in a text editor and open that.')
  if (/workbook|spreadsheet|Office/.test(what))
    return phrase('Open it in the program it comes from, save the sheet as CSV, and open that file.')
  if (/archive$/.test(what)) return phrase('Unpack it and open the table that is inside.')
  return phrase('Export the data as CSV from the program it comes from, and open that file.')
}

function remedyForText(what: string): Phrase {
  if (/HTML/.test(what))
    return phrase(
      'If a download saved a page in place of the file, download the file itself; a table on a page has to be exported as CSV.',
    )
  if (/Git LFS/.test(what)) return phrase('Fetch the file itself with “git lfs pull” and open that.')
  return phrase('Open it in the program it comes from and export it as CSV.')
}

function sizePhrase(bytes: number): Phrase {
  return bytes < 1e9
    ? phrase('{size, number} MB', { size: Math.floor(bytes / 1e6) })
    : phrase('{size, number} GB', { size: Math.round(bytes / 1e8) / 10 })
}
