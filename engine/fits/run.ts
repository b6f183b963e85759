import { randomUUID } from 'node:crypto'
import { countOf } from '../../core/mixture/row-weights.ts'
import { createSameness, type Sameness } from '../../core/mixture/sameness.ts'
import type { CallOptions } from '../../contract/engine.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { FitSummary } from '../../contract/views.ts'
import type { WeightingView } from '../../contract/weighting.ts'
import type { Pool } from '../../workers/pool.ts'
import type { Snapshot } from '../../workers/snapshot.ts'
import { columnNames } from '../columns.ts'
import type { Dataset } from '../datasets.ts'
import { triesOf } from './cell-improvement.ts'
import { checkModels } from './check-models.ts'
import { checkSize } from './check-size.ts'
import { clock, conduct } from './conduct.ts'
import { dependenceOf, type Dependence } from './dependence.ts'
import { NOTHING_YET, type Records } from './ledger.ts'
import { isNested } from './nested.ts'
import type { Outcome } from './outcome.ts'
import { planRestarts, type PlannedRestart } from './plan.ts'
import { readyRows, type ReadyRows } from './ready-rows.ts'
import { resultOf } from './result.ts'
import type { Runner } from './runner.ts'
import { createSampleLabels } from './sample-labels.ts'

/** A fit that is running or has ended: what the view of one restart is derived from. */
export interface FitUnderway {
  id: string
  dataset: Dataset
  settings: FitSettings
  /** The chosen columns, whole; without a number in the first where a row is left out for its weight. */
  columns: Float64Array[]
  /** Names of the chosen columns. */
  names: string[]
  rowsUsed: number
  /** Of the rows used, those with a missing cell. */
  rowsWithGaps: number
  /** Null where every row counts once. */
  weighting: WeightingView | null
  /** Whether two models are one solution. */
  isSame: Sameness
  /** Null where no columns depend on each other. */
  dependence: Dependence | null
  /** The restarts; then the refinements that joined them, as they do. */
  plan: readonly PlannedRestart[]
  /** One per restart of the plan; absent while it has not ended. */
  outcomes: readonly (Outcome | undefined)[]
  /** Where a running restart leaves its parameters, by its place in the plan. */
  snapshots: ReadonlyMap<number, Snapshot>
}

/** What a fit has come to, as sessions keep it. */
export type Reached = Records &
  Pick<FitSummary, 'settings' | 'stopped' | 'interrupted' | 'extensions' | 'seconds' | 'threads'>

/** Told of a fit before its first restart, whose outcomes then grow; `reached` is what it has come to whenever it is asked. */
export type Began = (fit: FitUnderway, reached: () => Reached) => void

/** A fit that has ended, with everything that views and exports are derived from. */
export interface Fit extends FitUnderway, Records {
  plan: PlannedRestart[]
  outcomes: Outcome[]
  summary: FitSummary
}

/** Checks, prepares, runs every restart and refinement and sums up. An abort ends it early with what was found. */
export async function runFit(
  pool: Pool,
  runner: Runner,
  dataset: Dataset,
  settings: FitSettings,
  { signal, onProgress }: CallOptions<'fit'>,
  began: Began,
): Promise<Fit> {
  const since = clock()
  const planned = planRestarts(settings)
  const refined = planned.some(({ components }) => triesOf(settings, components) > 0)
  const slots = planned.length + (refined ? runner.lanes : 0)
  checkModels(settings)
  checkSize(dataset, settings, planned, slots)
  const ready = await readyRows(pool, dataset, settings, signal)
  const names = columnNames(dataset, settings.columns)
  const known = {
    id: randomUUID(),
    dataset,
    settings,
    names,
    ...knownRows(ready, settings, names),
    snapshots: new Map(),
  }
  const { stopped, ...records } = await conduct({
    fit: known.id,
    runner,
    ready,
    settings,
    planned,
    slots,
    past: NOTHING_YET,
    isSame: known.isSame,
    dependence: known.dependence,
    signal,
    onProgress,
    began: ({ plan, outcomes, snapshots, records: soFar }) =>
      began({ ...known, plan, outcomes, snapshots }, () => ({
        ...soFar(),
        settings,
        stopped: true,
        interrupted: true,
        extensions: [],
        seconds: clock() - since,
        threads: pool.threads,
      })),
  })
  const rowsDropped = ready.stopped ? 0 : dataset.file.rows - known.rowsUsed
  const ran = { rowsDropped, stopped, extensions: [], seconds: clock() - since, threads: pool.threads }
  return endedFit(known, records, ran)
}

/** What a fit knows of its rows; nothing of those that were not ready when it was stopped. */
export function knownRows(
  { columns, prepared, usedRows, weights }: ReadyRows,
  settings: FitSettings,
  names: readonly string[],
): Pick<FitUnderway, 'columns' | 'rowsUsed' | 'rowsWithGaps' | 'weighting' | 'isSame' | 'dependence'> {
  const isSame = createSameness(prepared.spread, createSampleLabels(columns, usedRows))
  const weighting = weights === null ? null : { ...weights.view, count: countOf(prepared) }
  const rowsUsed = prepared.rows
  const rowsWithGaps = prepared.gaps === undefined ? 0 : rowsUsed - prepared.gaps.complete
  const dependence = dependenceOf(prepared, settings, names)
  return { columns, rowsUsed, rowsWithGaps, weighting, isSame, dependence }
}

/** The fit that these records make, and its summary. */
export async function endedFit(
  known: Omit<FitUnderway, 'plan' | 'outcomes'>,
  records: Records,
  ran: Pick<FitSummary, 'rowsDropped' | 'stopped' | 'interrupted' | 'extensions' | 'seconds' | 'threads'>,
): Promise<Fit> {
  const { id, dataset, settings, columns, names, rowsUsed, rowsWithGaps, weighting } = known
  const { isSame, dependence } = known
  const { plan, outcomes, refinements, iterations } = records
  const counted = weighting?.count ?? rowsUsed
  const { noise } = settings
  const found = { plan, outcomes, counted, dimension: columns.length, noise, isSame, dependence }
  const summary: FitSummary = {
    fit: id,
    dataset: dataset.id,
    settings,
    columns: names,
    rows: dataset.file.rows,
    rowsUsed,
    rowsWithGaps,
    weighting,
    ...(await resultOf(found, settings.criterion, isNested(settings))),
    refinements,
    ...ran,
    rowIterationsPerSecond: (rowsUsed * iterations) / ran.seconds,
  }
  return { ...known, ...records, snapshots: new Map(), summary }
}
