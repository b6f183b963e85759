/** A cell of the table, or a whole column where no row is meant. */
export interface Place {
  row: number | null
  /** Index of the column in the file. */
  column: number
}
