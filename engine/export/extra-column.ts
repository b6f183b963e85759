/** A column that a labelled file has besides those of every one. */
export interface ExtraColumn {
  name: string
  /** What it holds in a row of the file that is used; a number that is not finite leaves the cell empty. */
  of(row: number): number | string
  /** What it holds in any other row; absent: nothing. */
  unused?: string
}
