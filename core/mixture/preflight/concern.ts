import type { CovarianceModel, Prior, Regularisation, Scaling } from '../types.ts'

/** A column that is to be clustered on, with what its profile tells. */
export interface Looked {
  /** Position in the file, by which concerns name it. */
  index: number
  /** Why its profile takes it for an identifier; empty where it does not. */
  identifier: string
  /** Values of every row, NaN where there is none. */
  values: Float64Array
}

/** What of a request decides what can go wrong with it. */
export interface Asked {
  components: { from: number; to: number }
  covariances: readonly CovarianceModel[]
  scaling: Scaling
  prior: Prior
  eigenvalueRatio: number | null
  regularisation: Regularisation
  /** Whether rows with missing cells are used as they are. */
  gaps?: boolean
}

/** A covariance model that has more parameters than there are rows. */
export interface Overfull {
  covariance: CovarianceModel
  /** At the most components asked for. */
  parameters: number
  /** The most components at which it has no more parameters than rows; 0 where even one has. */
  safe: number
}

/** Another column and its factor, of a linear relation. */
export interface Term {
  index: number
  factor: number
}

/** What will go wrong, or deserves a thought, before a fit is run. Columns are positions in the file. */
export type Concern =
  | { kind: 'no-rows'; column: number; lost: number }
  | { kind: 'missing-cells'; column: number; lost: number; rows: number; rowsUsed: number }
  | {
      kind: 'few-rows'
      rows: number
      components: number
      perComponent: number
      least: number
      models: Overfull[]
    }
  | { kind: 'few-points'; points: number; components: number }
  | { kind: 'constant'; column: number; value: number }
  | { kind: 'identifier'; column: number; reason: string }
  | { kind: 'code'; column: number; values: number }
  | { kind: 'same'; column: number; as: number }
  /** `column` = `intercept` + Σ factor × column; `exact` up to rounding of the arithmetic, otherwise of the values. */
  | { kind: 'collinear'; column: number; terms: Term[]; intercept: number; exact: boolean }
  /** The upper tail is `ratio` times as long as the lower; `least` is the smallest value. A log mends it where that is above 0. */
  | { kind: 'heavy-tail'; column: number; ratio: number; least: number }
  /** Standard deviations `ratio` apart. `because` is empty where the fit does not depend on the units. */
  | { kind: 'scales'; wide: number; narrow: number; ratio: number; because: UnitsMatter[] }

/** Why a fit depends on the units of its columns. */
export type UnitsMatter = CovarianceModel | 'prior' | 'eigenvalue-ratio' | 'absolute-ridge'
