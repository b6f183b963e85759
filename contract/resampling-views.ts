import type { CovarianceModel } from '../core/mixture/types.ts'
import type { StabilityGrade } from '../core/resampling/jaccard.ts'
import type { Interval, Spread } from '../core/resampling/interval.ts'
import type { ResamplingScheme } from '../core/resampling/resample.ts'
import type { RefittedModels } from './resampling.ts'

export type { Interval, ResamplingScheme, Spread, StabilityGrade }

/** How one cluster of the restart was found again. */
export interface ClusterStability extends Spread {
  /** Jaccard similarity with its matched cluster, one per replicate with a model. */
  jaccard: Float64Array
  /** Of the mean. */
  grade: StabilityGrade
  /** Replicates in which it dissolved: Jaccard similarity of at most 0.5. */
  dissolved: number
}

/** A parameter of the restart and the 95 % percentile interval of its matched ones. */
export interface Estimate extends Interval {
  value: number
}

/** One component, in the columns' units; lists are by column. */
export interface ComponentIntervals {
  weight: Estimate
  means: Estimate[]
  deviations: Estimate[]
}

/** How often the criterion took a model as best. */
export interface ChosenModel {
  components: number
  covariance: CovarianceModel
  replicates: number
}

/** What is common to work that goes replicate by replicate. */
export interface ReplicatesView {
  fit: string
  /** Replicates, and how many of them have been made. */
  asked: number
  done: number
  /** Restarts per model of a replicate. */
  restarts: number
  /** Refinements per model of a replicate, at most. */
  refinements: number
  seconds: number
  /** Null while it cannot be told, and at the end. */
  secondsLeft: number | null
  /** Somebody stopped it: this is what was found by then. */
  stopped: boolean
}

/** The stability of the clusters of a restart: so far as progress, in the end as result. */
export interface StabilityView extends ReplicatesView {
  restart: string
  scheme: ResamplingScheme
  models: RefittedModels
  /** Replicates in which the restart's own model had no usable solution; they count nowhere else. */
  without: number
  /** By component of the restart; empty before the first replicate. */
  clusters: ClusterStability[]
  /** Adjusted Rand index of the restart's clusters and those of its own model refitted; null before the first. */
  agreement: (Spread & { values: Float64Array }) | null
  /** By components, then as often as chosen; of its own model alone where only that was refitted. */
  chosen: ChosenModel[]
  /** By component; null of subsamples, whose spread is no sampling error, and before the first replicate. */
  intervals: ComponentIntervals[] | null
}

/** A bootstrap likelihood-ratio test of K components against K + 1: so far as progress, in the end as result. */
export interface RatioTestView extends ReplicatesView {
  covariance: CovarianceModel
  /** K. */
  components: number
  /**
   * Log-likelihoods of K and K + 1 components on the rows used, and 2 (l of K + 1 − l of K): below 0 where K + 1 was searched too
   * little, or what lies higher is set aside. It then counts as 0.
   */
  fewer: number
  more: number
  statistic: number
  /** K + 1 components were not in the fit, and were fitted for the test. */
  fitted: boolean
  /** The statistic of each sample, at least 0, in their order. */
  statistics: Float64Array
  /** Samples on which one of the two had no usable solution; they count nowhere else. */
  without: number
  /** Samples whose statistic is as large as the observed one, or larger. */
  exceedances: number
  /** Null before the first sample. */
  p: number | null
  /** It ended before all samples were drawn, because p could no longer come to 5 % (Besag & Clifford 1991). */
  early: boolean
}

/** At or below it one more component is called supported. */
export const TEST_LEVEL = 0.05
