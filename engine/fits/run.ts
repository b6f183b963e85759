import { randomUUID } from 'node:crypto'
import type { CallOptions } from '../../contract/engine.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { FitSummary } from '../../contract/views.ts'
import { createFitMemory } from '../../workers/fit-memory.ts'
import type { Pool } from '../../workers/pool.ts'
import type { Snapshot } from '../../workers/snapshot.ts'
import { columnNames } from '../columns.ts'
import type { Dataset } from '../datasets.ts'
import { triesOf } from './cell-improvement.ts'
import { checkModels } from './check-models.ts'
import { checkSize } from './checks.ts'
import { createLedger } from './ledger.ts'
import type { Outcome } from './outcome.ts'
import { planRestarts, type PlannedRestart } from './plan.ts'
import { readyRows } from './ready-rows.ts'
import { resultOf } from './result.ts'
import type { Runner } from './runner.ts'
import { createSampleLabels } from './sample-labels.ts'
import { search, type Follower } from './search.ts'
import { standingOf } from './standing.ts'
import { createWatch } from './watch.ts'

/** A fit that is running or has ended: what the view of one restart is derived from. */
export interface FitUnderway {
  id: string
  dataset: Dataset
  settings: FitSettings
  /** The chosen columns, whole. */
  columns: Float64Array[]
  /** Names of the chosen columns. */
  names: string[]
  rowsUsed: number
  /** The restarts; then the refinements that joined them, as they do. */
  plan: readonly PlannedRestart[]
  /** One per restart of the plan; absent while it has not ended. */
  outcomes: readonly (Outcome | undefined)[]
  /** Where a running restart leaves its parameters, by its place in the plan. */
  snapshots: ReadonlyMap<number, Snapshot>
}

/** A fit that has ended, with everything that views and exports are derived from. */
export interface Fit extends FitUnderway {
  outcomes: readonly Outcome[]
  traces: readonly Float64Array[]
  summary: FitSummary
}

const POLL_MILLISECONDS = 100

/**
 * Checks, prepares, runs every restart and refinement and sums up. An abort ends it early with what was found. `began` is told
 * of the fit before its first restart, whose outcomes then grow.
 */
export async function runFit(
  pool: Pool,
  runner: Runner,
  dataset: Dataset,
  settings: FitSettings,
  options: CallOptions<'fit'>,
  began: (fit: FitUnderway) => void,
): Promise<Fit> {
  const clock = () => performance.now() / 1000
  const since = clock()
  const planned = planRestarts(settings)
  const refined = planned.some(({ components }) => triesOf(settings, components) > 0)
  const slots = planned.length + (refined ? runner.lanes : 0)
  checkModels(settings)
  checkSize(dataset, settings, planned, slots)
  const ready = await readyRows(pool, dataset, settings, options.signal)
  const { columns, prepared, usedRows, start } = ready
  const id = randomUUID()
  const memory = createFitMemory(slots, settings.maxIterations)
  const ledger = createLedger(planned, memory)
  const underway = {
    id,
    dataset,
    settings,
    columns,
    names: columnNames(dataset, settings.columns),
    rowsUsed: prepared.rows,
    plan: ledger.plan,
    outcomes: ledger.outcomes,
    snapshots: ledger.snapshots,
  }
  began(underway)
  const watch = createWatch({
    fit: id,
    plan: planned,
    triesOf: (components) => triesOf(settings, components),
    racing: settings.strategy === 'race',
    memory,
    criterion: settings.criterion,
    standing: (restart, outcome) => standingOf(restart, outcome, prepared.rows, prepared.dimension),
    clock,
  })
  const sampleLabels = createSampleLabels(columns, usedRows)
  const report = () => options.onProgress?.(watch.read())
  report()
  const timer = setInterval(report, POLL_MILLISECONDS)
  try {
    const follower = both(ledger, watch)
    const { signal } = options
    await search({ runner, prepared, memory, plan: planned, settings, start, sampleLabels, signal, follower })
  } finally {
    clearInterval(timer)
  }
  report()

  const { plan, outcomes, traces, refinements, iterations } = ledger.close()
  const result = resultOf({
    plan,
    outcomes,
    criterion: settings.criterion,
    rowsUsed: prepared.rows,
    dimension: prepared.dimension,
    spread: prepared.spread,
    sampleLabels,
  })
  const seconds = clock() - since
  const summary: FitSummary = {
    fit: id,
    dataset: dataset.id,
    settings,
    columns: underway.names,
    rows: dataset.file.rows,
    rowsUsed: prepared.rows,
    rowsDropped: ready.stopped ? 0 : dataset.file.rows - prepared.rows,
    ...result,
    refinements,
    stopped: memory.stopped(),
    seconds,
    threads: pool.threads,
    rowIterationsPerSecond: (prepared.rows * iterations) / seconds,
  }
  return { ...underway, plan, outcomes, traces, summary }
}

/** Two followers as one. */
function both(first: Follower, second: Follower): Follower {
  return {
    started: (...told) => (first.started(...told), second.started(...told)),
    paused: (...told) => (first.paused(...told), second.paused(...told)),
    finished: (...told) => (first.finished(...told), second.finished(...told)),
    tried: (...told) => (first.tried(...told), second.tried(...told)),
    spared: (...told) => (first.spared(...told), second.spared(...told)),
    joined: (...told) => (first.joined(...told), second.joined(...told)),
  }
}
