/**
 * Covariance models by mclust's names (Celeux & Govaert 1995).
 * VII spherical, VVI diagonal, EEE one full matrix shared by all components, VVV one full matrix each.
 */
export type CovarianceModel = 'VII' | 'VVI' | 'EEE' | 'VVV'

/** A stochastic start of one restart. `given` is a start the person supplied. */
export type Initialisation =
  'kmeans++' | 'kmeans' | 'random-rows' | 'random-responsibilities' | 'short-runs' | 'given'

/** What may be asked for: a start, or `mixed`, which deals the restarts round several of them. */
export type InitialisationChoice = Exclude<Initialisation, 'given'> | 'mixed'

/** How a restart ended. A numeric outcome is data, never an exception. */
export type RestartStatus = 'converged' | 'iteration-limit' | 'collapsed' | 'stopped'

export type Scaling = 'none' | 'standardise' | 'robust'

export type Criterion = 'bic' | 'icl' | 'aic'

/** `relative`: added to each variance, times the column's variance. `absolute`: added as it is. */
export interface Regularisation {
  kind: 'relative' | 'absolute'
  value: number
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
}

/**
 * A start the person supplied, already checked against the data's size; see `RestartRequest`.
 * labels [rows used], 0-based components; responsibilities [rows used × K] row-major.
 */
export type Start =
  | { kind: 'labels'; labels: Uint16Array }
  | { kind: 'responsibilities'; responsibilities: Float64Array }
  | { kind: 'parameters'; mixture: Mixture }

/**
 * The rows used by a fit, centred and divided by each column's standard deviation (divisor n), packed for the kernel:
 * blocks of `blockRows` rows, column-major inside a block, the last block padded with zeros.
 * Plain data over shared memory, so that every worker reads the same bytes.
 */
export interface Prepared {
  /** Rows used, n. */
  rows: number
  /** Columns, d. */
  dimension: number
  blockRows: number
  /** ceil(n / blockRows) × blockRows × d. */
  blocks: Float64Array
  /** Column means [d], in the columns' units. */
  centre: Float64Array
  /** Column standard deviations [d], divisor n; 1 where a column is constant, NaN where double precision cannot hold it. */
  spread: Float64Array
  /** Unit of each column under the chosen scaling [d]: 1, its standard deviation, or its IQR / 1.349. */
  metric: Float64Array
  /** Covariance of the rows used, divisor n, packed lower triangle [d(d + 1)/2], in the prepared units. */
  total: Float64Array
}

/** Everything one restart depends on. Same request, same result, to the bit. */
export interface RestartRequest {
  components: number
  covariance: CovarianceModel
  initialisation: Initialisation
  /** Unsigned 32-bit; see `restartSeed`. */
  seed: number
  tolerance: number
  maxIterations: number
  regularisation: Regularisation
  /** Present if and only if `initialisation` is `given`. Units of the columns as read. */
  start?: Start
}

/** How a running restart talks to whoever watches it. Called from inside the loop: no allocation, no waiting. */
export interface RestartControl {
  /** Asked once per block of rows. */
  stopped(): boolean
  /** `iteration` is 0-based; the log-likelihood belongs to the parameters after that iteration, in units of the columns as read. */
  iterated(iteration: number, logLikelihood: number): void
}

/** A flag on a result that is kept but should be looked at. */
export interface Flag {
  code: 'spurious' | 'saddle' | 'iteration-limit'
  message: string
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
  flags: Flag[]
}
