import type { RowMask } from './row-mask.ts'

/**
 * Points of one plot, offset by `centre` so that Float32 keeps the digits: value = centre + x.
 * The same dataset, columns and limit always give the same rows in the same order.
 */
export interface PointsView {
  x: Float32Array
  y: Float32Array
  centre: { x: number; y: number }
  /** Indices into the file's rows of the points drawn. */
  rows: Uint32Array
  /** Rows with no missing value in the columns. */
  usable: number
  axisNames: { x: string; y: string }
  /** Affine map from the columns to the plot: plane = basis · (value − origin); basis [2 × d] row-major, origin [d]. */
  projection: { basis: Float64Array; origin: Float64Array }
  /** Absent where every row counts once. */
  weighted?: {
    /** What each row drawn counts for, of mean 1 over the rows used where only ratios matter. */
    counts: Float32Array
    /** Of each column over all rows used, by weight; standard deviations with divisor n − 1. */
    means: Float64Array
    deviations: Float64Array
  }
}

/** Labels (0-based component) of the rows that `points` draws for the fit's columns, and where they were asked for how sure they are. */
export interface LabelsView {
  labels: Uint8Array
  uncertainty: Float32Array | null
  /** Natural logarithm of the mixture's density. */
  logDensity: Float32Array | null
}

/** What one column holds in the rows asked for. */
export type ValuesView =
  | {
      kind: 'numbers'
      /** Offset by `centre`: value = centre + entry; NaN where a cell is no number. */
      values: Float32Array
      centre: number
    }
  | {
      kind: 'categories'
      /** Index into `names`; 255 where a cell is empty, or holds none of them. */
      codes: Uint8Array
      /** The different texts of the whole column, the most frequent first, at most as many as `LIMITS.categories`. */
      names: string[]
      /** Different texts beyond those named. */
      others: number
    }

export interface CounterpartsView {
  /** For each component of the right that of the left whose rows it shares most (Hungarian, on a sample of the rows); −1: none. */
  counterparts: number[]
}

export interface CompareView {
  /** match[k] is the component of the right that matches component k of the left; −1 where none is left over. */
  match: number[]
  /** Hubert & Arabie 1985, over all rows used. */
  adjustedRandIndex: number
  /** Meila 2007, in nats. */
  variationOfInformation: number
  /** Rows by (left component, right component): [K left][K right]. */
  contingency: number[][]
}

export interface SelectionView {
  /** Over all rows of the file. */
  mask: RowMask
  count: number
}

export interface TallyView {
  /** Selected rows labelled with each component. */
  sizes: number[]
  /** Selected rows labelled as noise; absent without a noise component. */
  noise?: number
  /** Selected rows that the fit does not use, because they lack a value. */
  unused: number
}

/** Rows whose cluster on the right is not the one that matches theirs on the left. */
export interface ChangesView {
  /** All of them. */
  changed: number
  /** The surest of them, surest first: by the smaller of the two responsibilities that their clusters have for them. */
  rows: Uint32Array
  /** 0-based component per row listed. */
  left: Uint8Array
  right: Uint8Array
  /** The responsibility of that component. */
  leftResponsibility: Float64Array
  rightResponsibility: Float64Array
}

export interface SimilarityView {
  /** [N × N] row-major, in the order asked for; NaN beside a restart whose model can label no row. */
  adjustedRandIndex: Float64Array
  /** Rows it was counted on, of so many used: a fair sample where they are fewer. */
  rows: number
  of: number
}

/** Agreement is a share of the votes: votes ÷ total. A solution has as many as `GoodSolution.weight` says. */
export interface AgreementView {
  /** Ids of the good solutions, best first. */
  solutions: string[]
  /** Of all good solutions together. */
  total: number
  /** Rows by the votes for their cluster [total + 1], over all rows used. */
  counts: Uint32Array
  /** Agreement on the rows that `points` draws for the fit's columns. */
  drawn: Float32Array
  /** The rows agreed on least, ties in the order of the file; none that all agree on. */
  fragile: {
    rows: Uint32Array
    votes: Uint32Array
    /** The restart's own cluster, 0-based. */
    cluster: Uint8Array
    /** The other cluster that has the most votes, in the restart's own numbers. */
    elsewhere: Uint8Array
  }
}

/** A symmetric matrix of rows, folded: rows that every solution labels alike are one pattern. */
export interface CoassignmentView {
  /** Rows by the restart's cluster and within it by falling agreement. */
  rows: Uint32Array
  /** Rows of each cluster among them. */
  sizes: number[]
  /** [rows]; its place among the patterns. */
  pattern: Uint32Array
  /** [patterns × patterns] row-major: the share of votes that puts both into one cluster. */
  together: Float32Array
  patterns: number
  /** Rows used: a fair sample of them is shown where they are more. */
  of: number
}
