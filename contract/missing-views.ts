import type { RestartStatus } from '../core/mixture/types.ts'

/** What rows of a file lack in some columns. */
export interface GapsView {
  rows: number
  /** Rows that lack some of the columns, and rows that lack all of them. */
  withGaps: number
  empty: number
}

/** What leaving out rows with gaps would have given instead of a restart: EM over the complete rows from its parameters. */
export interface LeavingOutView {
  /** Rows without a gap. */
  complete: number
  withGaps: number
  /** Log-likelihood of the complete rows under the restart's own model, and under the one fitted to them alone. */
  logLikelihood: number
  leftOut: { status: RestartStatus; logLikelihood: number } | null
  /** Complete rows that the two models put in different clusters, which are matched first; and the adjusted Rand index. NaN without the other model. */
  changed: number
  adjustedRandIndex: number
  /** The widest shift of a matched mean, in standard deviations of its column, and where; null without the other model. */
  shift: { component: number; column: string; from: number; to: number; deviations: number } | null
  /** Mean uncertainty of the rows with gaps, and of the complete rows, under the restart's own model. */
  uncertainty: { withGaps: number; complete: number }
}
