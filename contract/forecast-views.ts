import type { Warning } from './warning.ts'

/** What is known of a fit before it runs. */
export interface ForecastView {
  rowsUsed: number
  /** The gravest first. */
  warnings: Warning[]
  /** From the pace of a few short trial runs, for as many threads as there are; null where no trial could be made. */
  seconds: { low: number; high: number } | null
  /** Memory that the rows, the curves, the models found and the labels take. */
  bytes: number
  /** Memory that the computer has free. */
  freeBytes: number
}
