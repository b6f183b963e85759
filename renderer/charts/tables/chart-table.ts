/** A column of the numbers behind a chart. */
export interface TableColumn {
  name: string
  /** Written to the right, as numbers are. */
  number?: boolean
}

/** The numbers behind a chart. What is written in a row is asked for only when it is seen. */
export interface ChartTable {
  /** What the table is of: its name. */
  label: string
  columns: readonly TableColumn[]
  rows: number
  /** What is written in a row, a text for each column. */
  cellsOf(row: number): readonly string[]
  /** The row of what is chosen, or null. */
  chosen?: number | null
}

/** Columns of numbers by their names. */
export const numbers = (...names: readonly string[]): TableColumn[] =>
  names.map((name) => ({ name, number: true }))

/** What a row of such a table does when it is pressed; `label` says it to a screen reader, of a row's first cell: "Choose 3". */
export interface RowAct {
  label(cell: string): string
  row(at: number, event: MouseEvent | KeyboardEvent): void
}
