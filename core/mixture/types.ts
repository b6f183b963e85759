import type { Crew } from './kernel/crew.ts'
import type { Gaps } from './missing/gaps.ts'
import type { Parameters } from './parameters.ts'

/**
 * Covariance models by mclust's names (Celeux & Govaert 1995): volume, shape and orientation of the components' ellipsoids, each
 * E equal, V varying, or I: a sphere (shape), along the axes (orientation). scikit-learn's four are VVV full, EEE tied, VVI diag,
 * VII spherical. With one column VVV, VVI and VII are one model, and so are EEE, EEI and EII.
 */
export type CovarianceModel =
  | 'EII'
  | 'VII'
  | 'EEI'
  | 'VEI'
  | 'EVI'
  | 'VVI'
  | 'EEE'
  | 'VEE'
  | 'EVE'
  | 'VVE'
  | 'EEV'
  | 'VEV'
  | 'EVV'
  | 'VVV'

/**
 * How a restart starts. `given` is a start the person supplied. `split`, `swap`, `split-merge` and `simpler` start from a solution that was
 * found before (see `RestartRequest.base`): they refine, and are no independent starts.
 */
export type Initialisation =
  | 'kmeans++'
  | 'kmeans'
  | 'random-rows'
  | 'random-responsibilities'
  | 'short-runs'
  | 'hierarchical'
  | Refinement
  | 'given'

/**
 * Starts made from a solution: K − 1 components with one split, one component moved, two merged and one split, or as it is from a
 * simpler covariance model.
 */
export type Refinement = 'split' | 'swap' | 'split-merge' | 'simpler'

/** What may be asked for: a start, or `mixed`, which deals the restarts round several of them. */
export type InitialisationChoice = Exclude<Initialisation, 'given' | Refinement> | 'mixed'

/**
 * How a restart ended. A numeric outcome is data, never an exception. `dropped`: given up early, because its log-likelihood was
 * heading for less than another restart already has.
 */
export type RestartStatus = 'converged' | 'iteration-limit' | 'collapsed' | 'dropped' | 'stopped'

/** `conjugate`: the normal inverse Wishart prior of Fraley & Raftery (2007), with mclust's defaults. */
export type Prior = 'none' | 'conjugate'

/** `squarem`: scheme S3 of Varadhan & Roland (2008), safeguarded by the log-likelihood and finished by plain EM. */
export type Acceleration = 'none' | 'squarem'

export type Scaling = 'none' | 'standardise' | 'robust'

export type Criterion = 'bic' | 'icl' | 'aic'

/** `relative`: added to each variance, times the column's variance. `absolute`: added as it is. */
export interface Regularisation {
  kind: 'relative' | 'absolute'
  value: number
}

/** A uniform component for rows that belong to no cluster (Banfield & Raftery 1993). */
export interface Noise {
  /** Its share of the rows; with the weights of the Gaussians it sums to 1. */
  weight: number
  /** ln 1/V, the same for every row, in the units of the columns as read. */
  logDensity: number
}

/**
 * Parameters of a Gaussian mixture in the units of the columns as read.
 * weights [K]; means [K × d] row-major; covariances [K × d × d] row-major, full matrices for every model.
 * Components are ordered by decreasing weight, ties by the first differing mean.
 */
export interface Mixture {
  components: number
  dimension: number
  weights: Float64Array
  means: Float64Array
  covariances: Float64Array
  /** Fitted to rows as they are, with their gaps: a row's density and labels are then those of the cells that it has. */
  gaps?: true
  /** Absent where the mixture has no noise component. */
  noise?: Noise
}

/** Above every component. */
export const NO_LABEL = 65_535

/**
 * A start the person supplied, already checked against the data's size; see `RestartRequest`.
 * labels [rows used], 0-based components, `NO_LABEL` for a row that takes no part in the first M-step,
 * or, where there is a noise component, is noise; responsibilities [rows used × K] row-major, what they lack of 1 is noise.
 */
export type Start =
  | { kind: 'labels'; labels: Uint16Array }
  | { kind: 'responsibilities'; responsibilities: Float64Array }
  | { kind: 'parameters'; mixture: Mixture }

/** How much each row counts, where not all count once. */
export interface RowWeights {
  /** [ceil(n / blockRows) × blockRows]; above 0, and zeros behind the last row. */
  values: Float64Array
  /** Their sum N, which stands for n wherever rows are counted. */
  sum: number
}

/**
 * The rows used by a fit, centred and divided by each column's standard deviation (divisor n, or N with weights), packed for the kernel:
 * blocks of `blockRows` rows, column-major inside a block, the last block padded with zeros.
 * Plain data over shared memory, so that every worker reads the same bytes.
 */
export interface Prepared {
  /** Rows used, n. */
  rows: number
  /** Absent where every row counts once. Centre, spread, metric and total are then weighted. */
  weights?: RowWeights
  /** Columns, d. */
  dimension: number
  blockRows: number
  /** ceil(n / blockRows) × blockRows × d. */
  blocks: Float64Array
  /** Column means [d], in the columns' units. */
  centre: Float64Array
  /** Column standard deviations [d], divisor n; 1 where a column is constant, NaN where double precision cannot hold it. */
  spread: Float64Array
  /** ln 1/V of the uniform noise component, in the prepared units (see `noiseLogDensity`); absent where fits have none. */
  noise?: number
  /** Unit of each column under the chosen scaling [d]: 1, its standard deviation, or its IQR / 1.349. */
  metric: Float64Array
  /**
   * Covariance of the rows used, divisor n or N, packed lower triangle [d(d + 1)/2], in the prepared units; where rows have gaps, under
   * one Gaussian.
   */
  total: Float64Array
  /**
   * Present where rows are used as they are, with what they lack. Missing cells then hold their conditional mean under one Gaussian,
   * which starts may read and EM does not.
   */
  gaps?: Gaps
}

/** Everything one restart depends on. Same request, same result, to the bit. */
export interface RestartRequest {
  components: number
  covariance: CovarianceModel
  initialisation: Initialisation
  /** 0-based within (components, covariance). */
  index: number
  /** Unsigned 32-bit; see `restartSeed`. */
  seed: number
  tolerance: number
  maxIterations: number
  regularisation: Regularisation
  prior: Prior
  /**
   * Most that the largest eigenvalue of all covariances may be of the smallest (García-Escudero et al. 2008), in the units of
   * the metric; null for no bound.
   */
  eigenvalueRatio: number | null
  acceleration: Acceleration
  /** Whether EM first runs on a random sample of the rows, where there are many, before it goes on with all of them. */
  subsample: boolean
  /** Present if and only if `initialisation` is a refinement. */
  base?: Base
  /** Ends as `dropped` once it is heading for a lower log-likelihood than this, by a multiple of Aitken's estimate. */
  leastLimit?: number
  /** Pauses after this many iterations in all, with the status `iteration-limit` and a `resumption` that goes on from there. */
  pauseAfter?: number
  /** Goes on from a pause: the same bits as if there had been none. The start is not made again. */
  resumption?: Resumption
  /** Present if and only if `initialisation` is `given`. Units of the columns as read. */
  start?: Start
}

/** The solution that a refinement starts from. */
export interface Base {
  /** Of `components` components; of one fewer for `split`. */
  mixture: Mixture
  /** Which of the possible changes is made, best first, 0-based; `swap` draws by its seed and takes no notice. */
  variant: number
}

/** The inner state of a restart between two iterations, in the prepared units. Plain data that crosses threads. */
export interface Resumption {
  iterations: number
  weights: Float64Array
  means: Float64Array
  covariances: Float64Array
  /** What convergence and acceleration remember; its layout is theirs. */
  memory: Float64Array
}

/**
 * What an iteration was. `em`: an M-step and the E-step after it. Of SQUAREM: `leap`, the E-step at an extrapolated point, at
 * which nothing is reached yet; then `landing`, the M-step from there, kept, or `refusal`, where that was lower.
 */
export type Move = 'em' | 'leap' | 'landing' | 'refusal'

/** Where a restart is after an iteration. */
export interface Passage {
  /** 0 at the start. */
  iterations: number
  move: Move | 'start'
  /** Belongs to the parameters, in units of the columns as read. */
  logLikelihood: number
  /** In the prepared units, components in the order of the start; the next iteration writes over them. */
  parameters: Parameters
}

/** How a running restart talks to whoever watches it. Called from inside the loop: no allocation, no waiting. */
export interface RestartControl {
  /** Asked every few milliseconds, in passes over the rows and, with many columns, inside M-steps. */
  stopped(): boolean
  /** `iteration` is 0-based; the log-likelihood belongs to the parameters after that iteration, in units of the columns as read. */
  iterated(iteration: number, logLikelihood: number): void
  /**
   * Called after `iterated` with what was reached: M-steps done, and the log-likelihood and entropy of what `mixture` copies
   * out. Whoever does not want every one leaves `mixture` uncalled.
   */
  reached?(iterations: number, logLikelihood: number, entropy: number, mixture: () => Mixture): void
  /** Called at the start, unless it is itself an M-step, and after each iteration. */
  passed?(passage: Passage): void
  /** Other threads that share the passes over the rows; null where there are none. Never changes a result. */
  crew?: Crew | null
}

/** A flag on a result that is kept but should be looked at. */
export interface Flag {
  code: 'spurious' | 'saddle' | 'emptied' | 'plateau' | 'iteration-limit' | 'not-continued'
  message: string
  /** The components it is about, 0-based as in the outcome; absent where it is about none. */
  components?: number[]
  /** Of `not-continued`: what a component did where going on collapsed. */
  collapse?: 'empty' | 'singular' | 'flat'
}

export interface RestartOutcome {
  status: RestartStatus
  /** M-steps done. The trace has as many entries. */
  iterations: number
  /** Belongs to `mixture`; null where nothing valid was reached. */
  logLikelihood: number | null
  /** Null where the restart collapsed before a first valid step. Of a collapsed restart: its last valid parameters. */
  mixture: Mixture | null
  /** Sum over rows of −Σ z ln z at `mixture`; null with it. */
  entropy: number | null
  /** Why it collapsed: component, iteration, cause. Empty otherwise. */
  reason: string
  /**
   * What collapsed, where something did. `component`: 0-based as in `mixture`; where that is null as in `begun`, the parameters
   * of the start, whose first M-step failed; without those as in the start. Absent as well where there were fewer rows than components.
   */
  collapse?: { component: number; cause: 'empty' | 'singular' | 'flat'; begun?: Mixture }
  /** The log-likelihood it was heading for, by Aitken's estimate; null where there is none. */
  limit: number | null
  /** Present if it was paused by `pauseAfter`. */
  resumption?: Resumption
  flags: Flag[]
}
