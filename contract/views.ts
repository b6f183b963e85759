import type { SolutionKind } from '../core/mixture/kinds.ts'
import type { CovarianceModel, Initialisation, RestartStatus } from '../core/mixture/types.ts'
import type { Unseen } from '../core/mixture/unseen.ts'
import type { FitSettings } from './schemas.ts'
import type { Warning } from './warning.ts'
import type { WeightingView } from './weighting.ts'

export type * from './certainty-views.ts'
export type * from './forecast-views.ts'
export type * from './known-views.ts'
export type * from './merging-views.ts'
export type * from './diagnosis-views.ts'
export type * from './replay-views.ts'
export type * from './missing-views.ts'
export type * from './row-views.ts'
export type * from './table-views.ts'
export type * from './warning.ts'

export interface SampleView {
  id: string
  file: string
  title: string
  /** One sentence: what the rows are and what to try. */
  description: string
  rows: number
  columns: number
}

export interface RestartView {
  /**
   * `<covariance>-<components>-<index>`, e.g. `VVV-3-17`; of a refinement that found something better
   * `<covariance>-<components>-<initialisation>-<try>`, e.g. `VVV-4-swap-3`, tries 0-based within (components, covariance); of a
   * manual restart `<covariance>-<components>-given-<number>`.
   */
  id: string
  components: number
  covariance: CovarianceModel
  /**
   * 0-based within (components, covariance); refinements are counted on after the restarts that were there before them, and manual
   * restarts among themselves.
   */
  index: number
  seed: number
  initialisation: Initialisation
  state: 'waiting' | 'running' | RestartStatus
  iterations: number
  /** Null until the first iteration is done, and for ever where the start collapsed at once. */
  logLikelihood: number | null
  /** Id of the solution it reached; null while running, or where it gave none. */
  solution: string | null
  /** Why it collapsed. */
  reason?: string
  warnings: Warning[]
  seconds: number
  /** It began from a start of the person's own, beside the restarts of the fit: no independent start, and no hit. */
  manual?: true
  /** After how many iterations it was continued, each time. */
  continued?: number[]
}

export interface SolutionView {
  /**
   * `<covariance>-<components>-<letter>`, e.g. `VVV-3-A`; A has the highest log-likelihood. While a fit runs or is extended the
   * letters move on as better ones are found.
   */
  id: string
  components: number
  covariance: CovarianceModel
  /** What it is among those with as many components and the same covariance model. */
  kind: SolutionKind
  /** Number of free parameters. */
  parameters: number
  logLikelihood: number
  bic: number
  aic: number
  icl: number
  /** AIC corrected for few rows; null where the rows are too few for it: n ≤ p + 1. */
  aicc: number | null
  /** Sum over rows of −Σ z ln z, in nats. */
  entropy: number
  /** Restarts that reached it; refinements and manual restarts are no independent starts and do not count. */
  hits: number
  /** The same by initialisation, each of the cell's, with how many such restarts have ended. */
  hitsBy: { initialisation: Initialisation; hits: number; of: number }[]
  /** Ids of its restarts, and of the refinements and manual ones that reached it, best log-likelihood first. */
  restarts: string[]
  /** `spurious`, `saddle` or `emptied` among the codes means: marked, and not taken as best. */
  warnings: Warning[]
}

/** Chances that one more restart of a cell reaches what nothing has reached so far (see `unseen` of the core). */
export interface UnseenView extends Unseen {
  components: number
  covariance: CovarianceModel
  /** Independent restarts that have ended. */
  restarts: number
  /** Solutions that one of them reached and nothing else. */
  once: number
  /**
   * Id of the solution of a cell whose mixtures are all mixtures of this one (fewer components, a simpler covariance model) that
   * reached more than anything here: this cell was searched too little. Null where there is none, or where a prior or regularisation
   * may be why.
   */
  outdoneBy: string | null
}

/** What a fit was extended by after it had ended, for whoever repeats it. */
export type ExtensionView = { stopped: boolean } &
  /** `count` restarts of each cell from index `from` on; where they were stopped, those that had begun. */
  (
    | {
        kind: 'restarts'
        cells: { components: number; covariance: CovarianceModel; from: number; count: number }[]
      }
    /** `tolerance` and `maxIterations` are of what was added after `iterations`. */
    | { kind: 'continue'; restart: string; iterations: number; tolerance: number; maxIterations: number }
    | { kind: 'manual'; restart: string }
  )

export interface FitSummary {
  fit: string
  dataset: string
  settings: FitSettings
  columns: string[]
  rows: number
  rowsUsed: number
  rowsDropped: number
  /** Of the rows used, those with a missing cell. */
  rowsWithGaps: number
  /** Null where every row counts once: n of the criteria is then `rowsUsed`. */
  weighting: WeightingView | null
  /** Sorted by the criterion, best first. */
  solutions: SolutionView[]
  /**
   * Id of the solution taken as best: the first that is not set aside, or the first where all are; null where no restart gave a
   * usable model.
   */
  best: string | null
  /** Id of the one that is best where spurious ones may be: the first that is no saddle and has no emptied component. */
  bestWithSpurious: string | null
  /** Cell by cell in the order of the plan, manual ones last; then the refinements that found something better, by the same order. */
  restarts: RestartView[]
  /** Those that a person has removed by hand, in the same order: they are kept, reach no solution and count in nothing. */
  removed: RestartView[]
  /** Tries that started from solutions found before, and how many of them stand behind the restarts: the others found nothing better. */
  refinements: { tried: number; better: number }
  /** One per cell, in the order of the plan. */
  unseen: UnseenView[]
  /** In the order in which they were asked for. */
  extensions: ExtensionView[]
  /** Whether the fit, or the last thing it was extended by, was stopped. */
  stopped: boolean
  /** Whether that was because Basin ended: what had ended by then was kept. */
  interrupted?: boolean | undefined
  seconds: number
  threads: number
  /** Rows used × iterations of all restarts and refinements ÷ seconds. */
  rowIterationsPerSecond: number
}

/** The noise component of one restart. */
export interface NoiseView {
  /** Its share of the rows; with the weights of the components it sums to 1. */
  weight: number
  /** ln 1/V, the same for every row, in the columns' own units. */
  logDensity: number
  /** Rows labelled as noise, over all rows used. */
  size: number
  /** What they weigh; absent where every row counts once. */
  count?: number
}

/** Parameters of one restart in the columns' own units, components by decreasing weight. */
export interface ModelView {
  fit: string
  restart: string
  columns: string[]
  weights: Float64Array
  /** [K × d] row-major. */
  means: Float64Array
  /** [K × d × d] row-major. */
  covariances: Float64Array
  /** Absent without a noise component. */
  noise?: NoiseView
  /** Rows labelled with each component, over all rows used: rows of the file, whatever they weigh. */
  sizes: number[]
  /** What the rows labelled with each component weigh; absent where every row counts once. */
  counts?: number[]
  /**
   * Of a frame of a replay with one column: the most that weight × density of a component comes to at its mean in any iteration
   * kept, for an axis that holds them all.
   */
  peak?: number
}

export interface ExportView {
  file: string
  rows: number
  bytes: number
  /** Names of the columns added, after clashes were resolved. */
  added: string[]
  /** What to know about the file that was written, such as names that were taken. */
  warnings: Warning[]
}

/** The program that gives the same fit elsewhere. */
export interface ScriptView {
  text: string
  warnings: Warning[]
}

export interface ScoreView {
  rows: number
  rowsUsed: number
  /** Total over the rows used, each counted by its weight where there are weights. */
  logLikelihood: number
  /** Rows of the file, whatever they weigh. */
  sizes: number[]
  /** Rows labelled as noise; 0 where the model has none. */
  noise: number
  /** The weights that the model was fitted with, as this file has them; null where every row counts once. */
  weighting: WeightingView | null
  warnings: Warning[]
  exported: ExportView | null
}

export interface WorkProgress {
  kind: 'work'
  /** 0…1, or null where the total is not known. */
  fraction: number | null
  rows: number
}

/** What changed in a fit since the last event. Of an extension: `done`, `total` and `changes` are of what it adds. */
export interface FitProgress {
  kind: 'fit'
  fit: string
  /** Restarts ended, of those planned. */
  done: number
  total: number
  /** `refining` once every restart has ended. */
  stage: 'restarts' | 'refining'
  /** Refinements ended, of those that are to be tried. */
  tried: number
  toTry: number
  seconds: number
  /** Null until it can be estimated. */
  secondsLeft: number | null
  /** All restarts that changed; `traceFrom` is the 0-based iteration of the first entry of `trace`. */
  changes: { restart: RestartView; traceFrom: number; trace: Float64Array }[]
  /** All solutions so far, as in the summary; null where they are as in the event before. */
  solutions: SolutionView[] | null
  /** Null with `solutions`. */
  unseen: UnseenView[] | null
  /** Best log-likelihood so far per solution is in `restarts`; this is the leading restart now. */
  leader: string | null
}
