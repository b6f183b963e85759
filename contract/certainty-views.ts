/** How sure the clusters of a restart are, over all rows used. Where rows have weights, all but numbers of rows count by them. */
export interface CertaintyView {
  rows: number
  /** What the rows count for in all: their number where each counts once. */
  count: number
  /** Whether there is a noise component: it stands last, behind the components, wherever there is one entry for each. */
  noise: boolean
  /** One per component. */
  clusters: {
    rows: number
    /** What they count for. */
    count: number
    /** Means over its rows; NaN where it has none. */
    uncertainty: number
    /** Of the responsibilities, in nats. */
    entropy: number
  }[]
  /** [K × K] row-major: the mean responsibility of the column's component over the rows of the row's cluster; NaN for an empty one. */
  overlap: Float64Array
  /** [K × K] row-major: the probability that a row of the row's component is put into the column's cluster. */
  misclassified: Float64Array
  /** [K × bins] row-major: what the rows of each cluster count for by largest responsibility, in bins of one width from 0 to 1. */
  histogram: Float64Array
  bins: number
  /** The most uncertain rows, most uncertain first; none whose label is beyond doubt. */
  least: {
    rows: Uint32Array
    /** Components, 0-based: with the largest and with the second largest responsibility. */
    cluster: Uint8Array
    next: Uint8Array
    responsibility: Float64Array
    nextResponsibility: Float64Array
    /** In nats. */
    entropy: Float64Array
    logDensity: Float64Array
  }
}

/** Rows of clusters beneath two thresholds, counted over all rows used; noise is neither. */
export interface DoubtfulView {
  /** Rows of each cluster that are left unclassified. */
  unclassified: number[]
  /** Rows of each cluster that are outliers, unclassified or not. */
  outliers: number[]
  /** Those that are both. */
  both: number
  /** What all of these rows count for: as many where each counts once. */
  counts: { unclassified: number; outliers: number; both: number }
  /** The log density that outliers are below; null where none are marked. */
  logDensity: number | null
}

/** Silhouette widths (Rousseeuw 1987) by Euclidean distance between columns divided by their standard deviations; means by weight. */
export interface SilhouetteView {
  /** Rows it was worked out on: a fair sample of so many used, without those that are noise. */
  rows: number
  of: number
  /** Mean over the rows; null where only one cluster has rows. */
  average: number | null
  /** Of each cluster; `average` null where none of its rows is in the sample. `negative`: rows nearer to another cluster. */
  clusters: { rows: number; average: number | null; negative: number }[]
}
