import type { ModelView } from '../../contract/views.ts'
import type { Worn } from './colouring.ts'
import type { ChartTheme } from './theme.ts'

export interface DrawnColumn {
  name: string
  /** Place among the columns of the fit. */
  at: number
  /** One per row drawn, as offsets from `centre`. */
  values: Float32Array
  centre: number
}

export interface MatrixPlan {
  columns: readonly DrawnColumn[]
  worn: Worn
  /** What each row counts for; null where each counts once. */
  weights: Float32Array | null
  /** 1 for every row selected; null where there is none. */
  selected: Uint8Array | null
  /** What each row is marked as (see `marksOf`). */
  marks?: Uint8Array | null
  model: ModelView | null
  styles?: readonly number[]
  ellipses: boolean
  theme: ChartTheme
}

/** A column across and a column up, by their places among those drawn; the same one twice on the diagonal. */
export interface Panel {
  column: number
  row: number
}

/** The lower triangle of a matrix of so many columns, row by row: their places are those of the grids of the chart. */
export function panelsOf(columns: number): Panel[] {
  return Array.from({ length: columns }, (_, row) =>
    Array.from({ length: row + 1 }, (__, column) => ({ column, row })),
  ).flat()
}
