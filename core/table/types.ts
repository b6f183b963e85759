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

/** What a column's cells were, counted over all rows. Texts are as the file writes them, undecoded. */
export interface CellCounts {
  rows: number
  numbers: number
  missing: number
  /** Cells that are neither a number nor missing. */
  others: number
  /** The first of `others`, null where there is none. */
  firstOther: { line: number; text: string } | null
  booleans: number
  dates: number
  /** Numbers written with leading zeros, like codes. */
  leadingZeros: number
  /** Numbers written with more than one character: those that could have leading zeros. */
  several: number
  /** Of `others`, those that look like numbers with grouped thousands. */
  grouped: number
  /** Distinct texts among `others`, exact up to `DISTINCT_LIMIT` in the whole table, a lower bound beyond. */
  distinctOthers: number
  /** The decimal mark could also be a thousands mark in every cell that has one. */
  ambiguous: boolean
}
