import type { ErrorCode } from '../../../contract/errors.ts'
import type { DialectChoice } from '../../../contract/schemas.ts'
import type { ColumnType, Dialect, NumberFormat, RejectReason } from '../../../contract/views.ts'

/** A cell of a column of numbers: its value, null where it is missing, or why it is rejected. */
export type ExpectedCell = number | null | RejectReason

export interface ExpectedColumn {
  name: string
  /** `words` is text or, where every cell is different, an identifier. */
  type: ColumnType | 'words'
  /** Every cell of a column that is read as numbers; null for other columns. */
  cells: ExpectedCell[] | null
  /** Absent where it is not stated. */
  missing?: number
  ambiguous?: boolean
  original?: string
  format?: Partial<NumberFormat>
  /** Words of the reason for which it is not ticked. */
  reason?: RegExp
}

export interface ExpectedWarning {
  code: string
  line?: number
  column?: string
  count?: number
}

export interface Accepted {
  rows: number
  /** All columns in their order. */
  columns: ExpectedColumn[]
  /** All warnings, in any order. */
  warnings: ExpectedWarning[]
  dialect?: Partial<Dialect>
  /** Codes that may be among the warnings or not. */
  perhaps?: string[]
  commentLines?: number
  blankLines?: number
  compression?: 'gzip'
}

export interface Refused {
  refused: ErrorCode
  line?: number
  words?: RegExp
}

export const NOTHING = Symbol('no file')
export const FOLDER = Symbol('folder')

/** A small file with the outcome that the import owes it. */
export interface CsvFile {
  name: string
  /** What it is about, as the end of “reads …” or “refuses …”. */
  about: string
  content: string | Uint8Array | typeof NOTHING | typeof FOLDER
  choice?: DialectChoice
  expected: Accepted | Refused
}

type Stated = Partial<Omit<Accepted, 'columns' | 'warnings'>> & {
  warnings?: (string | ExpectedWarning)[]
  choice?: DialectChoice
}

/** A file that opens. Its rows are counted off its first column of numbers. */
export function reads(
  name: string,
  about: string,
  content: string | Uint8Array,
  columns: ExpectedColumn[],
  { warnings = [], choice, ...stated }: Stated = {},
): CsvFile {
  const rows = columns.find(({ cells }) => cells !== null)?.cells?.length ?? 0
  return {
    name,
    about,
    content,
    ...(choice ? { choice } : {}),
    expected: {
      rows,
      columns,
      warnings: warnings.map((warning) => (typeof warning === 'string' ? { code: warning } : warning)),
      ...stated,
    },
  }
}

/** A file that does not open. */
export function refuses(
  name: string,
  about: string,
  content: CsvFile['content'],
  refused: ErrorCode,
  { choice, ...stated }: Omit<Refused, 'refused'> & { choice?: DialectChoice } = {},
): CsvFile {
  return { name, about, content, ...(choice ? { choice } : {}), expected: { refused, ...stated } }
}

type Details = Partial<Omit<ExpectedColumn, 'name' | 'cells'>>

export function numbers(name: string, cells: ExpectedCell[], details: Details = {}): ExpectedColumn {
  return { name, type: 'numeric', cells, ambiguous: false, ...details }
}

export function words(name: string, details: Details = {}): ExpectedColumn {
  return { name, type: 'words', cells: null, ambiguous: false, ...details }
}

/** Lines of a file, every one ended. */
export function lines(...all: string[]): string {
  return all.map((line) => `${line}\n`).join('')
}
