import type { KnownAgreement } from '../core/mixture/known-label.ts'

/** The clusters of a restart beside a column that says what the rows are, over the rows used that have a value there. */
export interface KnownView extends KnownAgreement {
  /** Name of the column. */
  column: string
  /** Its different values among all rows of the file: numbers rising, texts the most frequent first. */
  categories: string[]
  /** Rows by (cluster, category): [K][categories]. */
  table: number[][]
  /** Rows used that have a value in the column, and those that have none. */
  rows: number
  unlabelled: number
  /** Whether the fit uses the column, so that agreement with it says little. */
  inFit: boolean
  /** Category of each row that `points` draws for the fit's columns; 255 for a row without. */
  drawn: Uint8Array
}

/** How near solutions are to what is known. */
export interface KnownAllView {
  /** In the order asked for; NaN where a model can label no row. */
  adjustedRandIndex: Float64Array
  /** Rows it was counted on, of so many used that have a value: a fair sample where they are fewer. */
  rows: number
  of: number
}
