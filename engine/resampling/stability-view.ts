import type { CovarianceModel, Mixture } from '../../core/mixture/types.ts'
import { stabilityGrade } from '../../core/resampling/jaccard.ts'
import { spreadOf } from '../../core/resampling/interval.ts'
import type {
  ChosenModel,
  ClusterStability,
  ComponentIntervals,
  Estimate,
  StabilityView,
} from '../../contract/resampling-views.ts'

/** What one replicate came to. */
export interface Replicate {
  /** The model that the criterion took as best; null where none was usable. */
  chosen: { components: number; covariance: CovarianceModel } | null
  /** The reference's own model, refitted; null where it had no usable solution. */
  refitted: {
    /** By component of the reference [K]. */
    jaccard: Float64Array
    adjustedRand: number
    /** `parametersOf` the matched components. */
    parameters: Float64Array
  } | null
}

type Findings = Pick<StabilityView, 'without' | 'clusters' | 'agreement' | 'chosen' | 'intervals'>

/** Numbers of one component: its weight, then means, then standard deviations. */
const widthOf = (dimension: number) => 1 + 2 * dimension

/** Weights, means and standard deviations component by component, in the order of `match`; NaN for −1. [K (1 + 2d)] */
export function parametersOf(mixture: Mixture, match: ArrayLike<number>): Float64Array {
  const { dimension: d, weights, means, covariances } = mixture
  const width = widthOf(d)
  const parameters = new Float64Array(match.length * width).fill(NaN)
  for (let a = 0; a < match.length; a++) {
    const k = match[a]
    if (k < 0) continue
    parameters[a * width] = weights[k]
    for (let j = 0; j < d; j++) {
      parameters[a * width + 1 + j] = means[k * d + j]
      parameters[a * width + 1 + d + j] = Math.sqrt(covariances[(k * d + j) * d + j])
    }
  }
  return parameters
}

/** What replicates amount to. `intervals`: whether their spread is that of the estimates. */
export function findingsOf(
  reference: Mixture,
  replicates: readonly Replicate[],
  intervals: boolean,
): Findings {
  const refitted = replicates.flatMap((replicate) => replicate.refitted ?? [])
  const without = replicates.length - refitted.length
  const chosen = chosenModels(replicates)
  if (refitted.length === 0) return { without, clusters: [], agreement: null, chosen, intervals: null }
  const values = Float64Array.from(refitted, ({ adjustedRand }) => adjustedRand)
  return {
    without,
    clusters: Array.from({ length: reference.components }, (_, k) =>
      clusterStability(Float64Array.from(refitted, ({ jaccard }) => jaccard[k])),
    ),
    agreement: { values, ...spreadOf(values) },
    chosen,
    intervals: intervals
      ? componentIntervals(
          reference,
          refitted.map(({ parameters }) => parameters),
        )
      : null,
  }
}

function clusterStability(jaccard: Float64Array): ClusterStability {
  const spread = spreadOf(jaccard)
  const dissolved = jaccard.reduce((count, value) => count + (value <= 0.5 ? 1 : 0), 0)
  return { jaccard, ...spread, grade: stabilityGrade(spread.mean), dissolved }
}

function chosenModels(replicates: readonly Replicate[]): ChosenModel[] {
  const counts = new Map<string, ChosenModel>()
  for (const { chosen } of replicates) {
    if (chosen === null) continue
    const key = `${chosen.covariance}-${chosen.components}`
    const before = counts.get(key)?.replicates ?? 0
    counts.set(key, { ...chosen, replicates: before + 1 })
  }
  return [...counts.values()].sort(
    (a, b) =>
      a.components - b.components || b.replicates - a.replicates || (a.covariance < b.covariance ? -1 : 1),
  )
}

function componentIntervals(reference: Mixture, replicates: readonly Float64Array[]): ComponentIntervals[] {
  const { components, dimension: d } = reference
  const width = widthOf(d)
  const own = parametersOf(
    reference,
    Array.from({ length: components }, (_, k) => k),
  )
  const estimate = (at: number): Estimate => {
    const matched = Float64Array.from(replicates, (parameters) => parameters[at]).filter(Number.isFinite)
    const { low, high } = spreadOf(matched)
    return { value: own[at], low, high }
  }
  const estimates = (from: number) => Array.from({ length: d }, (_, j) => estimate(from + j))
  return Array.from({ length: components }, (_, k) => ({
    weight: estimate(k * width),
    means: estimates(k * width + 1),
    deviations: estimates(k * width + 1 + d),
  }))
}
