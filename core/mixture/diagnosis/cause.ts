/** What explains that a component is degenerate. Columns are positions among those fitted, rows positions in the file; 0-based. */
export type Cause =
  /** It has `distinct` different rows, and its covariance model needs `needed`. */
  | { kind: 'few-rows'; rows: number; distinct: number; needed: number }
  /** `rows` of its rows have a twin among them; `groups` are some of the largest groups of equal rows, and some of their rows. */
  | { kind: 'duplicates'; rows: number; groups: number[][] }
  /** The same value in all of its rows. */
  | { kind: 'constant'; column: number; value: number }
  /** A column whose variation is small because it takes these few values in its rows. */
  | { kind: 'discrete'; column: number; values: number[] }
  /** A column that hardly varies: its standard deviations within the component and over all rows used. */
  | { kind: 'narrow'; column: number; sd: number; overall: number }
  /** columns[0] ≈ intercept + Σ slopes[j] × columns[j + 1], of two or three columns, in their units. */
  | { kind: 'collinear'; columns: number[]; slopes: number[]; intercept: number }
  /** More columns than can be written down, of which these weigh most. */
  | { kind: 'combination'; columns: number[]; others: number }
