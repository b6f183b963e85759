import type { CallOptions } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import type { More } from '../../contract/extension.ts'
import type { Checked } from '../../contract/schemas.ts'
import type { Pool } from '../../workers/pool.ts'
import { checkSize } from './checks.ts'
import { clock, conduct } from './conduct.ts'
import { moreRestarts } from './more-restarts.ts'
import { readyRows, type ReadyRows } from './ready-rows.ts'
import { endedFit, type Fit, type FitUnderway } from './run.ts'
import type { Runner } from './runner.ts'
import type { Addition } from './addition.ts'

/**
 * Runs what a fit is to be extended by and sums up anew. Nothing that it has changes but a restart that is continued. An abort ends
 * it early with what was found; `fit` itself stays as it was.
 */
export async function extendFit(
  pool: Pool,
  runner: Runner,
  fit: Fit,
  more: Checked<'extend'>['more'],
  { signal, onProgress }: CallOptions<'extend'>,
  began: (fit: FitUnderway) => void,
): Promise<Fit> {
  const since = clock()
  const ready = await readyRows(pool, fit.dataset, fit.settings, signal)
  if (ready.stopped) return { ...fit, summary: { ...fit.summary, stopped: true } }
  const { planned, settings, past, closed } = additionOf(fit, more, ready)
  checkSize(fit.dataset, settings, [...fit.plan, ...planned], planned.length)
  const { stopped, ...records } = await conduct({
    fit: fit.id,
    runner,
    ready,
    settings,
    planned,
    slots: planned.length,
    past,
    isSame: fit.isSame,
    signal,
    onProgress,
    began: ({ plan, outcomes, snapshots }) => began({ ...fit, plan, outcomes, snapshots }),
  })
  const { extension, ...whole } = closed(records)
  const { rowsDropped, threads, extensions, seconds } = fit.summary
  return endedFit(fit, whole, {
    rowsDropped,
    threads,
    stopped,
    extensions: [...extensions, { ...extension, stopped }],
    seconds: seconds + clock() - since,
  })
}

function additionOf(fit: Fit, more: More, _ready: ReadyRows): Addition {
  switch (more.kind) {
    case 'restarts':
      return moreRestarts(fit, more)
    default:
      throw new EngineError('not-available', 'This is not there yet.', 'Run more restarts instead.')
  }
}
