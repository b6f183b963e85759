import type { Transform } from '../core/table/derive.ts'
import type { Warning } from './warning.ts'
import type { DialectChoice } from './schemas.ts'

export interface Dialect {
  encoding: string
  delimiter: string
  /** Empty where no mark quotes cells. */
  quote: string
  decimal: '.' | ','
  /** Mark between thousands; empty where numbers have none. A blank stands for every kind of blank. */
  thousands: Thousands
  header: boolean
  /** What a line that is left out begins with; empty where no line is a comment. */
  comment: string
  /** Texts that mean “no value”, compared without regard to case and to blanks around them; the empty cell always does. */
  missing: string[]
  /** Lines above the table that are no part of it. */
  skip: number
}

export type Thousands = '' | ',' | '.' | ' ' | "'"

/** How the cells of one column are read as numbers. */
export interface NumberFormat {
  decimal: '.' | ','
  thousands: Thousands
  /** A mark that its cells carry besides the digits, such as % or €; it is left out, so 12 % is 12. Empty without. */
  unit: string
}

/** A cell of a column of numbers that is none. */
export interface Reject {
  /** 0-based row of the table. */
  row: number
  /** 1-based line of the file on which the row begins. */
  line: number
  /** As the file writes it, decoded, at most 80 characters. */
  text: string
  reason: RejectReason
}

export type RejectReason =
  'text' | 'too-large' | 'infinite' | 'hexadecimal' | 'date' | 'boolean' | 'other-format'

export type ColumnType = 'numeric' | 'text' | 'date' | 'boolean' | 'identifier'

/** What a column holds. Numbers are null where the column has no numeric cell. */
export interface ColumnProfile {
  /** Position in the file, 0-based; the name that settings use. */
  index: number
  /** Unique within the file. */
  name: string
  /** As the file writes it. */
  original: string
  type: ColumnType
  missing: number
  rejected: number
  distinct: number
  min: number | null
  max: number | null
  mean: number | null
  sd: number | null
  ambiguous: boolean
  /** Ticked for clustering by default. */
  use: boolean
  /** Why it is not ticked; empty where it is. */
  reason: string
  /** Equal-width counts from min to max over the numeric cells; null where there is none. */
  /** How its numbers are written; null where the column has none. */
  format: NumberFormat | null
  /** The first of the cells that count as `rejected`. */
  rejects: Reject[]
  /** Counts of `rejected` by reason. */
  rejectedBy: Partial<Record<RejectReason, number>>
  histogram: { low: number; high: number; counts: number[] } | null
  /** What it is computed from; absent from a column of the file. Such columns stand behind those of the file. */
  derived?: Derived
}

/** How a column is computed from one of the file. */
export interface Derived {
  /** Index of its source. */
  of: number
  transform: Transform
  /** Taken away by the person; its index stays its own, for fits that know it. */
  removed: boolean
}

export interface DatasetSummary {
  dataset: string
  file: string
  bytes: number
  rows: number
  dialect: Dialect
  columns: ColumnProfile[]
  rejectedCells: number
  /** Lines left out because they are blank or comments. */
  blankLines: number
  commentLines: number
  /** How the file is packed; null where it is not. */
  compression: 'gzip' | null
  warnings: Warning[]
  /** What was chosen the last time this file was open and has been applied; null where nothing was. */
  remembered: Remembered | null
  seconds: number
}

/** What a column is to the person: used for clustering, a weight of rows, a known label, kept as it is, or left out of sight. */
export type Role = 'cluster' | 'weight' | 'label' | 'keep' | 'ignore'

/** Choices about one file. */
export interface Remembered {
  dialect: DialectChoice
  /** By the index of the column; columns that are not named have the role they get by default. */
  roles: Record<number, Role>
  /** Columns computed from others, which are named by their sources; absent where there are none. */
  derived?: { column: string; transform: Transform }[]
}

/** Cells of the table as the file writes them (decoded, unquoted): [count][columns]. */
export interface RowsView {
  from: number
  cells: string[][]
  /** What they are read as: [count × columns] row-major, NaN where a cell is no number. */
  values: Float64Array
  /** 1-based lines of the file on which the rows begin [count]. */
  lines: Float64Array
}
