import * as v from 'valibot'
import type { Acceleration, Criterion, InitialisationChoice, Prior, Scaling } from '../core/mixture/types.ts'
import { COVARIANCE_MODELS } from './covariance-models.ts'
import { finite, matrix, tolerance, whole } from './fields.ts'
import { LIMITS } from './limits.ts'
import { RowWeighting } from './weighting.ts'
import { say } from './words/say.ts'

export const INITIALISATIONS = [
  'mixed',
  'kmeans++',
  'kmeans',
  'random-rows',
  'random-responsibilities',
  'short-runs',
  'hierarchical',
] as const satisfies readonly InitialisationChoice[]
export const SCALINGS = ['none', 'standardise', 'robust'] as const satisfies readonly Scaling[]
export const STRATEGIES = ['full', 'race'] as const
export const PRIORS = ['none', 'conjugate'] as const satisfies readonly Prior[]
export const ACCELERATIONS = ['none', 'squarem'] as const satisfies readonly Acceleration[]
export const MISSING_CHOICES = ['drop', 'error', 'em'] as const
export const CRITERIA = ['bic', 'icl', 'aic'] as const satisfies readonly Criterion[]

/** The uniform noise component as files write it: its share, which sums to 1 with the weights of the others, and ln V. */
export const NoiseComponent = v.object({
  weight: finite(say('The share of the noise')),
  logVolume: finite(say('The volume of the noise')),
})

/** A start given by the person: labels (1-based, 0 for none), responsibilities [n][K], or parameters in the columns' own units. */
export const GivenStart = v.union([
  v.object({ labels: v.array(whole(0, LIMITS.components, say('A label'))) }),
  v.object({ responsibilities: matrix }),
  v.object({
    weights: v.array(finite(say('A weight'))),
    noise: v.optional(NoiseComponent),
    means: matrix,
    covariances: v.array(matrix),
  }),
])
export type GivenStart = v.InferOutput<typeof GivenStart>

/** Everything that decides a fit. Same settings, same data: same result, to the bit. */
export const FitSettings = v.object({
  /** Indices of the columns to cluster on, in the order of the file. */
  columns: v.pipe(
    v.array(whole(0, 1_000_000, say('A column'))),
    v.minLength(1, say('Choose at least one column')),
    v.maxLength(LIMITS.columns, say('At most {most} columns', { most: LIMITS.columns })),
  ),
  /** How much each row counts. */
  weights: v.optional(RowWeighting, null),
  /** Whether a uniform noise component stands beside the Gaussians, for rows that belong to no cluster. */
  noise: v.optional(v.boolean(), false),
  components: v.pipe(
    v.object({
      from: whole(1, LIMITS.components, say('Components')),
      to: whole(1, LIMITS.components, say('Components')),
    }),
    v.check(
      (range) => range.from <= range.to,
      say('The first number of components must not be above the last'),
    ),
  ),
  covariances: v.pipe(
    v.array(v.picklist(COVARIANCE_MODELS)),
    v.minLength(1, say('Choose at least one covariance model')),
  ),
  initialisation: v.picklist(INITIALISATIONS),
  restarts: whole(1, LIMITS.restarts, say('Restarts')),
  seed: whole(0, LIMITS.seed, say('The seed')),
  scaling: v.picklist(SCALINGS),
  /** `drop` leaves out rows with a missing cell, `error` refuses them, `em` uses what they have (EM under missing at random). */
  missing: v.picklist(MISSING_CHOICES),
  /** Estimated log-likelihood still to gain at which a restart has converged. */
  tolerance,
  maxIterations: whole(1, LIMITS.iterations, say('The iteration limit')),
  regularisation: v.object({
    kind: v.picklist(['relative', 'absolute']),
    value: v.pipe(finite(say('Regularisation')), v.minValue(0, say('Regularisation must not be negative'))),
  }),
  /** Run every restart to its end, or drop those that lag behind others. */
  strategy: v.picklist(STRATEGIES),
  /** The most tries to improve the best solutions of each (components, covariance) after its restarts; 0 for none. */
  refinements: whole(0, LIMITS.refinements, say('Refinements')),
  prior: v.picklist(PRIORS),
  /** Bound on the ratio of the largest to the smallest eigenvalue of the covariances, in the units of the scaling. */
  eigenvalueRatio: v.nullable(
    v.pipe(
      finite(say('The eigenvalue ratio')),
      v.minValue(1, say('The eigenvalue ratio must be at least 1')),
    ),
  ),
  acceleration: v.picklist(ACCELERATIONS),
  /** Whether restarts over many rows first run on a sample of them. */
  subsample: v.boolean(),
  criterion: v.picklist(CRITERIA),
  /** One restart from this start instead of the stochastic ones. */
  start: v.optional(GivenStart),
})
export type FitSettings = v.InferOutput<typeof FitSettings>
