import type { Mixture, Scaling } from '../../../core/mixture/types.ts'
import type { FitSettings } from '../../../contract/schemas.ts'
import type { PlannedRestart } from '../../fits/plan.ts'
import type { Reading } from './reading.ts'

/** What a fit comes to. */
export interface Expected {
  logLikelihood: number
  /** Rows per cluster, largest first. */
  sizes: number[]
  /** Rows so near a border between clusters that rounding may put them on either side. */
  borderline: number
}

/** Everything that a script is written from. */
export interface Recipe {
  version: string
  restart: PlannedRestart
  reading: Reading
  settings: FitSettings
  /** What the script divides the columns by. */
  units: Scaling
  /** One of the columns has the same value in every row. */
  constantColumn: boolean
  rowsUsed: number
  /** Column means [d] of the rows used. */
  centre: Float64Array
  /** Unit of each column [d] under `units`. */
  unit: Float64Array
  /** Where the script starts: the parameters that the restart started from, or those that it ended with. */
  from: 'start' | 'end'
  start: Mixture
  /** Whether the script fits on from there and expects where that ends; otherwise it expects what is there. */
  fits: boolean
  /** What the restart came to: for the axes of models whose components share them. */
  end: Mixture
  expected: Expected
  /** What to know about the script, one sentence or two each. */
  notes: string[]
}
