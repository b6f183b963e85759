import { randomUUID } from 'node:crypto'
import type { StoredFit } from '../../contract/session-document.ts'
import type { Pool } from '../../workers/pool.ts'
import { columnNames } from '../columns.ts'
import type { Dataset } from '../datasets.ts'
import type { Records } from '../fits/ledger.ts'
import { readyRows } from '../fits/ready-rows.ts'
import { endedFit, knownRows, type Fit } from '../fits/run.ts'
import { cancelled } from '../work.ts'

/** A fit as it was when it was stored, summed up anew over the rows of the data, under a new id. */
export async function restoreFit(
  pool: Pool,
  dataset: Dataset,
  stored: StoredFit,
  signal: AbortSignal | undefined,
): Promise<Fit> {
  const { settings, stopped, interrupted, extensions, seconds, threads } = stored
  const ready = await readyRows(pool, dataset, settings, signal)
  if (ready.stopped) throw cancelled()
  const { plan, outcomes, traces, refinements, iterations } = stored as unknown as Records
  const names = columnNames(dataset, settings.columns)
  const known = {
    id: randomUUID(),
    dataset,
    settings,
    names,
    ...knownRows(ready, settings, names),
    snapshots: new Map(),
  }
  const rowsDropped = dataset.file.rows - known.rowsUsed
  return endedFit(
    known,
    { plan, outcomes, traces, refinements, iterations },
    { rowsDropped, stopped, ...(interrupted === true && { interrupted }), extensions, seconds, threads },
  )
}
