import type { Transform } from '../core/table/derive.ts'
import type { CovarianceModel, Scaling } from '../core/mixture/types.ts'

/**
 * What can be done about a warning or a finding by one press. All but `continue` change the settings of the next run; columns are
 * positions in the file, 0-based.
 */
export type Remedy =
  /** Adds `value` × the column's variance to every covariance's diagonal. */
  | { kind: 'regularise'; value: number }
  /** Fits `covariance` where `from` was fitted. */
  | { kind: 'covariance'; from: CovarianceModel; covariance: CovarianceModel }
  /** Fits these covariance models alone. */
  | { kind: 'covariances'; covariances: CovarianceModel[] }
  /** Clusters on these columns alone: the first of those that were asked for. */
  | { kind: 'columns'; columns: number[] }
  /** Clusters without these columns. */
  | { kind: 'drop-columns'; columns: number[] }
  /** Fits these numbers of components, both included. */
  | { kind: 'components'; from: number; to: number }
  | { kind: 'scale'; scaling: Scaling }
  /** Adds a column computed from another, and clusters on it in the other's place. */
  | { kind: 'derive'; column: number; transform: Transform }
  /** Restarts of each model. */
  | { kind: 'restarts'; restarts: number }
  /** Iterations that a restart may take. */
  | { kind: 'iterations'; maxIterations: number }
  /** Goes on with a restart of the fit on the screen, at once, by at most `maxIterations` more iterations. */
  | { kind: 'continue'; restart: string; tolerance: number; maxIterations: number }
