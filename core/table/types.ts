/** How a delimited text file is written. */
export interface TableDialect {
  /** utf-8, utf-16le, utf-16be or windows-1252. */
  encoding: string
  delimiter: string
  /** Empty where no mark quotes cells. */
  quote: string
  decimal: '.' | ','
  /** Mark between thousands, empty without; a blank stands for every kind of blank, ' for every apostrophe. */
  thousands: '' | ',' | '.' | ' ' | "'"
  header: boolean
  /** What a line that is left out begins with; empty where no line is a comment. */
  comment: string
  /** Texts that mean “no value”, in lower case; the empty cell always does. */
  missing: string[]
  /** Lines above the table that are no part of it. */
  skip: number
}

/** What the person fixed; the rest is sniffed. */
export type TableDialectChoice = { [K in keyof TableDialect]?: TableDialect[K] | undefined }

/** Mark between thousands; empty for none. A blank stands for every kind of blank, ' for every apostrophe. */
export type Thousands = TableDialect['thousands']

/** How the cells of one column are read as numbers. */
export interface NumberFormat {
  decimal: '.' | ','
  thousands: Thousands
  /** A mark that its cells carry besides the digits, such as % or €; it is left out, so 12 % is 12. Empty without. */
  unit: string
}

/** Why a cell is no number of its column: `other-format` is one in another format than the column's. */
export type RejectReason =
  'text' | 'too-large' | 'infinite' | 'hexadecimal' | 'date' | 'boolean' | 'other-format'

/** A cell that is neither a number of its column nor missing. */
export interface Reject {
  /** 0-based row of the table. */
  row: number
  /** 1-based line of the file on which the row begins. */
  line: number
  /** As the file writes it, undecoded; the beginning of a long one. */
  text: string
  reason: RejectReason
}

/** Cells by the mark between their thousands. */
export type Grouped = Record<Thousands, number>

/** What the cells of a column tell about its format. A cell counts in one place. */
export interface Evidence {
  /** Cells that only a decimal point reads. */
  '.': Grouped
  /** Cells that only a decimal comma reads. */
  ',': Grouped
  /** Cells that both marks read as the same number, with a mark between their thousands. */
  neutral: Grouped
  /** Cells with three digits behind their only mark, a point: with a decimal comma they are thousands. */
  eitherPoint: number
  /** The same with a comma. */
  eitherComma: number
}

/** What a column's cells were, counted over all rows. Texts are as the file writes them, undecoded. */
export interface CellCounts {
  rows: number
  numbers: number
  missing: number
  /** Cells that are neither a number nor missing. */
  others: number
  /** `others` by reason; reasons that do not occur are absent. */
  othersBy: Partial<Record<RejectReason, number>>
  /** The first of `others` for each reason. */
  firstBy: Partial<Record<RejectReason, Reject>>
  /** The first `REJECTS_KEPT` of `others`. */
  rejects: Reject[]
  /** Numbers of two or more digits alone of which the first is 0, like codes. */
  leadingZeros: number
  /** Numbers written with more than one character: those that could have leading zeros. */
  several: number
  /** All numbers are digits alone, and as many: codes, where any has a leading zero. */
  fixedWidth: boolean
  /** Whole numbers beyond 2⁵³ that no double holds; the nearest stands for them. */
  inexact: number
  /** Numbers by the unit they carry; those without are absent. */
  units: ReadonlyMap<string, number>
  /** The line of the first number that carries a unit; 0 where there is none. */
  unitLine: number
  evidence: Evidence
  /** Distinct texts among `others`, exact up to `DISTINCT_LIMIT` in the whole table, a lower bound beyond. */
  distinctOthers: number
}
