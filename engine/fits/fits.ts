import type { Mixture } from '../../core/mixture/types.ts'
import type { CallOptions } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import type { Checked } from '../../contract/schemas.ts'
import type { FitSummary } from '../../contract/views.ts'
import type { Pool } from '../../workers/pool.ts'
import type { Datasets } from '../datasets.ts'
import { runFit, type Fit } from './run.ts'
import type { PlannedRestart } from './plan.ts'
import type { Outcome } from './search.ts'

/** One restart of a fit whose model can be shown. */
export interface Fitted {
  fit: Fit
  restart: PlannedRestart
  outcome: Outcome
  mixture: Mixture
}

export interface Fits {
  fit(input: Checked<'fit'>, options: CallOptions<'fit'>): Promise<FitSummary>
  /** Throws `unknown-id`. */
  get(id: string): Fit
  /** Throws `unknown-id` for a restart that is not of the fit, `no-usable-model` for one without parameters. */
  restart(fit: string, restart: string): Fitted
  /** Forgets the fits of a file. */
  forget(dataset: string): void
}

/** The fits of this session, none at first. */
export function createFits(pool: Pool, datasets: Datasets): Fits {
  const fits = new Map<string, Fit>()
  const get = (id: string) => {
    const fit = fits.get(id)
    if (fit !== undefined) return fit
    throw new EngineError('unknown-id', 'That fit is not known any more.', 'Run it again.')
  }
  return {
    async fit({ dataset, settings }, options) {
      const fit = await runFit(pool, datasets.get(dataset), settings, options)
      fits.set(fit.id, fit)
      return fit.summary
    },
    get,
    restart: (id, name) => fittedOf(get(id), name),
    forget(dataset) {
      for (const [id, fit] of fits) if (fit.dataset.id === dataset) fits.delete(id)
    },
  }
}

function fittedOf(fit: Fit, name: string): Fitted {
  const slot = fit.plan.findIndex((restart) => restart.id === name)
  const restart = fit.plan[slot]
  const outcome = fit.outcomes[slot]
  if (restart === undefined || outcome === undefined)
    throw new EngineError('unknown-id', `The fit has no restart “${name}”.`, 'Choose one of its restarts.')
  if (outcome.mixture !== null) return { fit, restart, outcome, mixture: outcome.mixture }
  const why = outcome.reason === '' ? 'it was stopped before its first iteration' : outcome.reason
  throw new EngineError(
    'no-usable-model',
    `The restart “${name}” has no model: ${why}.`,
    'Choose another restart.',
  )
}
