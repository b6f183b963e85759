/** A cell of the table, or a whole column or row where the other is not meant. */
export interface Place {
  row: number | null
  /** Index of the column in the file. */
  column: number | null
}
