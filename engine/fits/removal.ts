import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import type { PlannedRestart } from './plan.ts'
import { endedFit, type Fit } from './run.ts'

/**
 * The fit with exactly these of its restarts removed by hand, summed up anew over the others; `before` stays as it was. Throws
 * `unknown-id`, and `no-usable-model` where none with a model would be left.
 */
export async function withRemoved(before: Fit, ids: readonly string[]): Promise<Fit> {
  const wanted = new Set(ids)
  const plan = before.plan.map(({ removed: _, ...restart }): PlannedRestart =>
    wanted.delete(restart.id) ? { ...restart, removed: true } : restart,
  )
  const [unknown] = wanted
  if (unknown !== undefined)
    throw new EngineError(
      'unknown-id',
      phrase('The fit has no restart “{id}”.', { id: unknown }),
      phrase('Choose one of its restarts.'),
    )
  const { rowsDropped, stopped, interrupted, extensions, seconds, threads } = before.summary
  const fit = await endedFit(
    before,
    { ...before, plan },
    { rowsDropped, stopped, ...(interrupted === true && { interrupted }), extensions, seconds, threads },
  )
  if (ids.length === 0 || fit.summary.solutions.length > 0) return fit
  throw new EngineError(
    'no-usable-model',
    phrase('Without these no restart with a model would be left.'),
    phrase('Leave one of them.'),
  )
}
