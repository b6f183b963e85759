import type { DatasetSummary } from './table-views.ts'
import type { FitSummary } from './views.ts'

/** What was open when a session was saved: the page makes its view anew from it. */
export interface SessionView {
  dataset: DatasetSummary
  /** The grant of its file, which may be read another way by it. */
  data: string
  /** The fits, oldest first; the traces of each by restart, as `summary.restarts` has them. */
  fits: { summary: FitSummary; traces: Float64Array[] }[]
  /** What the page gave to be kept: how it looked. Plain data, checked by whoever reads it. */
  view: Record<string, unknown>
  /** Name of the session's file. */
  file: string
}
