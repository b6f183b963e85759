import type { Cause } from '../core/mixture/diagnosis/cause.ts'
import type { Flag } from '../core/mixture/types.ts'
import type { Remedy } from './remedies.ts'
import type { RowMask } from './row-mask.ts'

/** Something wrong with a restart, what explains it, and what can be done. */
export interface FindingView {
  code: 'collapsed' | Flag['code']
  /** How a component is degenerate, or was where going on collapsed; null where none is. */
  why: 'empty' | 'singular' | 'flat' | 'few-rows' | 'narrow' | null
  /** 0-based as in the model, or in the start where there is no model; empty where it is about no component. */
  components: number[]
  /** M-steps done; the one after them failed where the restart collapsed. */
  iterations: number
  /** Rows that the first of the components holds by its weight, or what they weigh; null without a model. */
  held: number | null
  /** The sentence that the restart carries, with components numbered by their weight. */
  message: string
  /** Columns are positions among those fitted. */
  causes: Cause[]
  /** Of the component, or of all rows used where it is not known; null where no row is at fault. */
  rows: RowsAtFault | null
  /** The best first. */
  remedies: Remedy[]
}

export interface RowsAtFault {
  count: number
  /** Over the rows of the file. */
  mask: RowMask
  /** The first of them, and the 1-based lines of the file on which they begin. */
  sample: number[]
  lines: number[]
}

/** What is wrong with one restart. */
export interface DiagnosisView {
  fit: string
  restart: string
  /** Names of the columns fitted. */
  columns: string[]
  /** What they weigh in all where they have weights. */
  rowsUsed: number
  findings: FindingView[]
}

/** Why restarts of one (components, covariance) collapsed. */
export interface CollapsesView {
  /** Restarts that have ended, and those of them that collapsed. */
  ended: number
  collapsed: number
  /** Collapsed restarts that were looked into. */
  examined: number
  /** Names of the columns fitted. */
  columns: string[]
  /** Of those examined, how many were degenerate in a column, most first; positions among the columns fitted. */
  byColumn: { column: number; count: number }[]
  /** Of those examined, how many had a component with fewer different rows than its covariance needs, or none. */
  fewRows: number
  empty: number
  remedies: Remedy[]
}
