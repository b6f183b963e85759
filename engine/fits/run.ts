import { randomUUID } from 'node:crypto'
import { prepare, type Preparation } from '../../core/mixture/prepare.ts'
import type { CallOptions } from '../../contract/engine.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { FitSummary } from '../../contract/views.ts'
import { createFitMemory, type FitMemory } from '../../workers/fit-memory.ts'
import type { Pool } from '../../workers/pool.ts'
import { columnNames, numericColumns } from '../columns.ts'
import type { Dataset } from '../datasets.ts'
import { checkMagnitude, checkMissing, checkRows, checkSize, checkVariance } from './checks.ts'
import { planRestarts, type PlannedRestart } from './plan.ts'
import { resultOf } from './result.ts'
import { createSampleLabels } from './sample-labels.ts'
import { search, type Outcome } from './search.ts'
import { standingOf } from './standing.ts'
import { readStart } from './start.ts'
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
  plan: readonly PlannedRestart[]
  /** One per restart of the plan; absent while it has not ended. */
  outcomes: readonly (Outcome | undefined)[]
}

/** A fit that has ended, with everything that views and exports are derived from. */
export interface Fit extends FitUnderway {
  outcomes: readonly Outcome[]
  traces: readonly Float64Array[]
  summary: FitSummary
}

const POLL_MILLISECONDS = 100

/**
 * Checks, prepares, runs every restart and sums up. An abort ends it early with what was found. `began` is told of the fit
 * before its first restart, whose outcomes then grow.
 */
export async function runFit(
  pool: Pool,
  dataset: Dataset,
  settings: FitSettings,
  options: CallOptions<'fit'>,
  began: (fit: FitUnderway) => void,
): Promise<Fit> {
  const clock = () => performance.now() / 1000
  const since = clock()
  const plan = planRestarts(settings)
  checkSize(settings, plan.length)
  const columns = numericColumns(dataset, settings.columns)
  await checkMissing(dataset, settings, columns)
  const ready = await beforeStop(
    pool.run('prepare-rows', { columns, scaling: settings.scaling }),
    options.signal,
  )
  const { prepared, usedRows } = ready ?? NOTHING
  if (ready !== null) {
    checkRows(settings, columns, usedRows)
    checkVariance(dataset, settings, columns, usedRows)
    checkMagnitude(dataset, settings, prepared)
  }
  const start =
    settings.start === undefined || ready === null
      ? null
      : readStart(settings.start, usedRows, dataset.file.rows, columns.length)

  const id = randomUUID()
  const memory = createFitMemory(plan.length, settings.maxIterations)
  const outcomes: Outcome[] = []
  const names = columnNames(dataset, settings.columns)
  const underway = { id, dataset, settings, columns, names, rowsUsed: prepared.rows, plan, outcomes }
  began(underway)
  const standing = (slot: number, outcome: Outcome) =>
    standingOf(plan[slot], outcome, prepared.rows, prepared.dimension)
  const watch = createWatch({ fit: id, plan, memory, criterion: settings.criterion, standing, clock })
  const report = () => options.onProgress?.(watch.read())
  report()
  const timer = setInterval(report, POLL_MILLISECONDS)
  const finished = (slot: number, outcome: Outcome) => {
    outcomes[slot] = outcome
    watch.finished(slot, outcome)
  }
  try {
    await search({
      pool,
      prepared,
      memory,
      plan,
      settings,
      start,
      signal: options.signal,
      started: watch.started,
      finished,
    })
  } finally {
    clearInterval(timer)
  }
  report()

  const result = resultOf({
    plan,
    outcomes,
    criterion: settings.criterion,
    rowsUsed: prepared.rows,
    dimension: prepared.dimension,
    spread: prepared.spread,
    sampleLabels: createSampleLabels(columns, usedRows),
  })
  const seconds = clock() - since
  const iterations = outcomes.reduce((sum, outcome) => sum + outcome.iterations, 0)
  const summary: FitSummary = {
    fit: id,
    dataset: dataset.id,
    settings,
    columns: names,
    rows: dataset.file.rows,
    rowsUsed: prepared.rows,
    rowsDropped: ready === null ? 0 : dataset.file.rows - prepared.rows,
    ...result,
    stopped: memory.stopped(),
    seconds,
    threads: pool.threads,
    rowIterationsPerSecond: (prepared.rows * iterations) / seconds,
  }
  return { ...underway, traces: tracesOf(memory), summary }
}

/** The rows of a fit that was stopped before its rows were ready: none. */
const NOTHING: Preparation = prepare([], 'none')

/** What the work gives, or null as soon as the signal says to stop. */
function beforeStop<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const stop = () => resolve(null)
    if (signal?.aborted === true) stop()
    signal?.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', stop))
  })
}

const tracesOf = (memory: FitMemory) =>
  Array.from({ length: memory.slots }, (_, slot) => memory.trace(slot, 0))
