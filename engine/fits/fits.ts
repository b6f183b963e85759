import type { CallOptions } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import type { Checked } from '../../contract/schemas.ts'
import type { FitSummary } from '../../contract/views.ts'
import type { Pool } from '../../workers/pool.ts'
import type { Datasets } from '../datasets.ts'
import { extendFit } from './extend.ts'
import { endedOf, fittedOf, glimpseOf, hasEnded, type Ended, type Fitted } from './fitted.ts'
import type { Sources } from './manual-start.ts'
import { reachedBy } from './reached.ts'
import { withRemoved } from './removal.ts'
import { runFit, type Fit, type FitUnderway, type Reached } from './run.ts'
import type { Runner } from './runner.ts'

export type { Fitted } from './fitted.ts'

export interface Fits {
  fit(input: Checked<'fit'>, options: CallOptions<'fit'>): Promise<FitSummary>
  /** Extends a fit that has ended. Throws `unknown-id`; `not-available` while it is being extended. */
  extend(input: Checked<'extend'>, options: CallOptions<'extend'>): Promise<FitSummary>
  /** Removes exactly these restarts from a fit that has ended (see `withRemoved`). Throws `not-available` while it is being extended. */
  remove(id: string, restarts: readonly string[]): Promise<FitSummary>
  /** One of the last fits of an open file, ended. Throws `unknown-id`. */
  get(id: string): Fit
  /** What one of the last fits of an open file has come to, whether or not it has ended. Throws `unknown-id`. */
  reached(id: string): Reached
  /**
   * A restart that has ended, of a fit that may still be running. Throws `unknown-id` for any other, `no-usable-model` for
   * one without parameters.
   */
  restart(fit: string, restart: string): Fitted
  /** A restart that has ended, with or without a model. Throws `unknown-id`. */
  ended(fit: string, restart: string): Ended
  /** The same as `restart`, or one that is running, as it was a moment ago. */
  glimpse(fit: string, restart: string): Fitted
  /** Keeps a fit that has ended elsewhere. */
  adopt(fit: Fit): void
  /** Forgets the fits of a file. */
  forget(dataset: string): void
}

/** Ended fits kept for each open file: a fit holds every trace, and pages come back to the last ones only. */
const KEPT = 3

/** The fits of this session, none at first. */
export function createFits(pool: Pool, runner: Runner, datasets: Datasets, sources: Sources): Fits {
  const running = new Map<string, FitUnderway>()
  const ended = new Map<string, Fit>()
  const reached = new Map<string, () => Reached>()
  const known = <Known>(fit: Known | undefined): Known => {
    if (fit !== undefined) return fit
    throw new EngineError('unknown-id', phrase('That fit is not known any more.'), phrase('Run it again.'))
  }
  /** A fit that has ended and is not being changed. */
  const idle = (id: string): Fit => {
    const fit = known(ended.get(id))
    if (!running.has(id)) return fit
    throw new EngineError(
      'not-available',
      phrase('Something is already being added to that fit.'),
      phrase('Wait until it has ended, or stop it.'),
    )
  }
  const find = (id: string) => known(running.get(id) ?? ended.get(id))
  /** A restart that is being continued is what it was until it ends. */
  const holder = (id: string, name: string): FitUnderway => {
    const fits = [running.get(id), ended.get(id)].filter((fit) => fit !== undefined)
    return fits.find((fit) => hasEnded(fit, name)) ?? find(id)
  }
  const settled = (id: string, name: string): Fitted => fittedOf(holder(id, name), name)
  const leave = (id: string) => {
    running.delete(id)
    reached.delete(id)
  }
  return {
    async fit({ dataset: id, settings }, options) {
      const dataset = datasets.get(id)
      let begun: string | null = null
      try {
        const fit = await runFit(pool, runner, dataset, settings, options, (underway, soFar) => {
          begun = underway.id
          reached.set(begun, soFar)
          running.set(begun, underway)
        })
        if (datasets.isOpen(id)) keep(ended, fit)
        return fit.summary
      } finally {
        if (begun !== null) leave(begun)
      }
    },
    async extend({ fit: id, more }, options) {
      const fit = idle(id)
      running.set(id, fit)
      try {
        const extended = await extendFit(pool, runner, sources, fit, more, options, (underway, soFar) => {
          running.set(id, underway)
          reached.set(id, soFar)
        })
        if (datasets.isOpen(fit.dataset.id)) keep(ended, extended)
        return extended.summary
      } finally {
        leave(id)
      }
    },
    async remove(id, restarts) {
      const fit = idle(id)
      running.set(id, fit)
      try {
        const without = await withRemoved(fit, restarts)
        if (datasets.isOpen(fit.dataset.id)) keep(ended, without)
        return without.summary
      } finally {
        leave(id)
      }
    },
    get: (id) => known(ended.get(id)),
    reached: (id) => reached.get(id)?.() ?? reachedBy(known(ended.get(id))),
    adopt: (fit) => keep(ended, fit),
    restart: settled,
    ended: (id, name) => endedOf(holder(id, name), name),
    glimpse: (id, name) => glimpseOf(find(id), name) ?? settled(id, name),
    forget(dataset) {
      for (const [id, fit] of ended) if (fit.dataset.id === dataset) ended.delete(id)
    },
  }
}

function keep(ended: Map<string, Fit>, fit: Fit): void {
  ended.delete(fit.id)
  ended.set(fit.id, fit)
  const same = [...ended.values()].filter(({ dataset }) => dataset.id === fit.dataset.id)
  for (const { id } of same.slice(0, -KEPT)) ended.delete(id)
}
