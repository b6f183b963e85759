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
  noise: false,
  tolerance: 1e-7,
  maxIterations: 2000,
  regularisation: { kind: 'relative', value: 1e-6 },
  strategy: 'full',
  prior: 'none',
  eigenvalueRatio: null,
  subsample: false,
  criterion: 'bic',
} as const satisfies Readonly<
  Omit<
    FitSettings,
    'acceleration' | 'columns' | 'components' | 'covariances' | 'refinements' | 'start' | 'weights'
  >
> & { covariances: readonly FitSettings['covariances'][number][] }

/** With so many rows there are as many refinements as restarts. */
const EVEN_ROWS = 16_000
const LEAST_SHARE = 0.5
const MOST_SHARE = 50
const MOST = 2_000

/**
 * The most refinements per (components, covariance) where none are asked for, in proportion to the restarts: 16,000 / rows for
 * each, but no fewer than one for two and no more than 50 for one; for where rows are few, the best optimum is rare and tries are cheap.
 * A start that the person names is run as it is: only the mixed starts, which are there to find the best optimum, are followed
 * by refinements.
 */
export function defaultRefinements(
  initialisation: InitialisationChoice,
  restarts: number,
  rows: number,
): number {
  if (initialisation !== 'mixed') return 0
  const share = Math.min(MOST_SHARE, Math.max(LEAST_SHARE, EVEN_ROWS / rows))
  return Math.min(MOST, Math.ceil(share * restarts))
}

/** Acceleration where none is asked for. A start of the person's own is climbed step by step: iteration t is the t-th EM step. */
export function defaultAcceleration(given: boolean): FitSettings['acceleration'] {
  return given ? 'none' : 'squarem'
}
