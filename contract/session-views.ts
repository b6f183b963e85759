import type { DatasetSummary } from './table-views.ts'
import type { FitSummary } from './views.ts'

/** What was open when a session was saved: the page makes its view anew from it. */
export interface SessionView {
  dataset: DatasetSummary
  /** The grant of its file, which may be read another way by it. */
  data: string
  /** The fits, oldest first; the traces of each by restart, as `summary.restarts` has them and then `summary.removed`. */
  fits: { summary: FitSummary; traces: Float64Array[] }[]
  /** What the page gave to be kept: how it looked. Plain data, checked by whoever reads it. */
  view: Record<string, unknown>
  /** Name of the session's file. */
  file: string
}

/** A file that was opened, or a session that was saved, not long ago. */
export interface RecentView {
  id: string
  /** Its name, without the folder. */
  name: string
  /** The folder as a person knows it: shortened, to be read and not to be opened. */
  folder: string
  /** When it was opened last (ISO 8601). */
  opened: string
  /** Whether a file is still there. */
  there: boolean
}

/** Work that was open in a window that is no more, or in this one before it was loaded again. */
export interface RecoverableView {
  id: string
  /** To be opened as a session. */
  grant: string
  /** Name of the data. */
  file: string
  /** When it was kept last (ISO 8601). */
  saved: string
  rows: number
  /** Of its fit; 0 where there was none. */
  restarts: number
  /** Of a fit that was running: how many of them had not ended; else 0. */
  waiting: number
}
