import type { InitialisationChoice } from '../core/mixture/types.ts'
import type { FitSettings } from './schemas.ts'

/** What a fit is asked for where the person says nothing, in every host. Acceleration and refinements: see below. */
export const DEFAULTS = {
  covariances: ['VVV'],
  initialisation: 'mixed',
  restarts: 40,
  seed: 1,
  scaling: 'none',
  missing: 'drop',
  tolerance: 1e-7,
  maxIterations: 2000,
  regularisation: { kind: 'relative', value: 1e-6 },
  strategy: 'full',
  prior: 'none',
  eigenvalueRatio: null,
  subsample: false,
  criterion: 'bic',
} as const satisfies Readonly<
  Omit<FitSettings, 'acceleration' | 'columns' | 'components' | 'covariances' | 'refinements' | 'start'>
> & { covariances: readonly FitSettings['covariances'][number][] }

const REFINED_ROWS = 300_000
const FEWEST_REFINEMENTS = 20
const MOST_REFINEMENTS = 1_000

/**
 * Refinements per (components, covariance) where none are asked for: 20, and up to 1,000 where the data have few rows, so that the
 * rows read by first passes stay about the same. A start that the person names is run as it is: only the mixed starts, which
 * are there to find the best optimum, are followed by refinements.
 */
export function defaultRefinements(initialisation: InitialisationChoice, rows: number): number {
  if (initialisation !== 'mixed') return 0
  return Math.min(MOST_REFINEMENTS, Math.max(FEWEST_REFINEMENTS, Math.floor(REFINED_ROWS / rows)))
}

/** Acceleration where none is asked for. A start of the person's own is climbed step by step: iteration t is the t-th EM step. */
export function defaultAcceleration(given: boolean): FitSettings['acceleration'] {
  return given ? 'none' : 'squarem'
}
