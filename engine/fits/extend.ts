import type { CallOptions } from '../../contract/engine.ts'
import type { More } from '../../contract/extension.ts'
import type { Checked } from '../../contract/schemas.ts'
import type { Pool } from '../../workers/pool.ts'
import { freeMemory } from '../../workers/free-memory.ts'
import { triesOf } from './cell-improvement.ts'
import { checkSize } from './check-size.ts'
import { clock, conduct } from './conduct.ts'
import { continuation } from './continuation.ts'
import { fittedOf } from './fitted.ts'
import { knownCells } from './known-cells.ts'
import { manualRestart } from './manual-restart.ts'
import { manualStart, type Sources } from './manual-start.ts'
import { moreRestarts } from './more-restarts.ts'
import { readyRows, type ReadyRows } from './ready-rows.ts'
import { endedFit, knownRows, type Began, type Fit } from './run.ts'
import { reachedBy } from './reached.ts'
import { restOf } from './rest.ts'
import type { Records } from './ledger.ts'
import type { Runner } from './runner.ts'
import { isOrdered } from './search.ts'
import type { Addition } from './addition.ts'

/**
 * Runs what a fit is to be extended by and sums up anew. Nothing that it has changes but a restart that is continued. An abort ends
 * it early with what was found; `before` itself stays as it was.
 */
export async function extendFit(
  pool: Pool,
  runner: Runner,
  sources: Sources,
  before: Fit,
  more: Checked<'extend'>['more'],
  { signal, onProgress }: CallOptions<'extend'>,
  began: Began,
): Promise<Fit> {
  const since = clock()
  const ready = await readyRows(pool, before.dataset, before.settings, signal)
  if (ready.stopped) return { ...before, summary: { ...before.summary, stopped: true } }
  const fit = before.rowsUsed > 0 ? before : { ...before, ...knownRows(ready, before.settings, before.names) }
  const { planned, settings, past, ordered, amounts, inParts, closed } = await additionOf(
    sources,
    fit,
    more,
    ready,
  )
  // The rows are packed by now, and counted once more.
  const free = freeMemory() + ready.prepared.blocks.byteLength
  const triesBefore = (components: number) => triesOf(fit.settings, components)
  const known = ordered && isOrdered(fit.settings) ? knownCells(past, triesBefore) : undefined
  const slots = planned.length + (known === undefined ? 0 : runner.lanes)
  checkSize(fit.dataset, settings, planned, slots, free)
  const { stopped, ...records } = await conduct({
    fit: fit.id,
    runner,
    ready,
    settings,
    planned,
    slots,
    past,
    known,
    isSame: fit.isSame,
    dependence: fit.dependence,
    ...(amounts && { amounts }),
    signal,
    onProgress,
    began: ({ plan, outcomes, snapshots, records: soFar }) =>
      began({ ...fit, plan, outcomes, snapshots }, () => {
        if (!inParts) return reachedBy(fit)
        const { records: parts, ...now } = ran(soFar(), true)
        return { ...parts, ...now, settings: fit.settings, interrupted: true }
      }),
  })
  const { records: whole, ...rest } = ran(records, stopped)
  return endedFit(fit, whole, { rowsDropped: fit.dataset.file.rows - fit.rowsUsed, ...rest })

  function ran(found: Records, wasStopped: boolean) {
    const { extension, ...all } = closed(found)
    const { threads, extensions, seconds } = fit.summary
    return {
      records: all,
      threads,
      stopped: wasStopped,
      extensions: [...extensions, { ...extension, stopped: wasStopped }],
      seconds: seconds + clock() - since,
    }
  }
}

async function additionOf(sources: Sources, fit: Fit, more: More, ready: ReadyRows): Promise<Addition> {
  switch (more.kind) {
    case 'restarts':
      return moreRestarts(fit, more)
    case 'rest':
      return restOf(fit)
    case 'continue':
      return continuation(fit, more)
    case 'manual': {
      const { start, components } = more
      const { dataset } = fit
      const restart = (id: string) => fittedOf(fit, id)
      const { usedRows } = ready
      const read = await manualStart(sources, { start, components, dataset, usedRows, restart })
      return manualRestart(fit, { ...more, components: read.components }, read.start, ready)
    }
  }
}
