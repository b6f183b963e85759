import type { FitSummary, ModelView, RestartView, SolutionView } from '../../contract/views.ts'
import type { CertaintyView, DiagnosisView, MergeView } from '../../contract/views.ts'
import { modelGrid, type GridCell } from '../../contract/model-grid.ts'
import type { ReportPageInput, StabilityTold } from '../../contract/report-page.ts'
import { isSetAside } from '../../contract/set-aside.ts'
import type { Mixture } from '../../core/mixture/types.ts'
import type { WorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import type * as v from 'valibot'
import type { Dataset } from '../datasets.ts'
import type { DrawnRowsOf } from '../drawn-rows.ts'
import { certaintyOf } from '../certainty/certainty.ts'
import type { Ratings } from '../certainty/ratings.ts'
import { diagnose, type DiagnosisSources } from '../diagnosis/diagnose.ts'
import { endedOf, fittedOf, type Fitted } from '../fits/fitted.ts'
import type { Fit } from '../fits/run.ts'
import { knownOf, type KnownOverall, type KnownSources } from '../known/known.ts'
import type { Mergings } from '../merging/mergings.ts'
import type { Models } from '../model.ts'
import { sampleOf, type Sample } from './sample.ts'

/** Everything that a report for people says, before it is put into words. */
export interface ReportFacts {
  fit: Fit
  summary: FitSummary
  dataset: Dataset
  /** Id of the solution taken as best. */
  best: string | null
  cells: GridCell[]
  /** Null where no restart gave a model that can be told of. */
  told: Told | null
  asked: ReportAsked
  /** Of Basin. */
  version: string
  now: Date
}

/** One restart in full. */
export interface Told {
  restart: RestartView
  /** Null where it reached none. */
  solution: SolutionView | null
  fitted: Fitted
  mixture: Mixture
  model: ModelView
  /** By component. */
  styles: number[]
  names: string[]
  diagnosis: DiagnosisView
  certainty: CertaintyView
  sample: Sample | null
  known: KnownOverall | null
  knownMerged: KnownOverall | null
  merging: { view: MergeView; clusters: number } | null
  stability: StabilityTold | null
}

export type ReportAsked = Omit<v.InferOutput<typeof ReportPageInput>, 'fit'>

export interface FactSources extends KnownSources, DiagnosisSources {
  pool: Pool
  mergings: Mergings
  models: Models
  ratings: Ratings
  drawnRows: DrawnRowsOf
  version: string
}

/** Gathers them; passes over the rows stop with the control. */
export async function factsOf(
  sources: FactSources,
  fit: Fit,
  asked: ReportAsked,
  control: WorkControl,
  now = new Date(),
): Promise<ReportFacts> {
  const { summary, dataset } = fit
  const best = asked.allowSpurious ? summary.bestWithSpurious : summary.best
  const restart = asked.restart ?? summary.solutions.find(({ id }) => id === best)?.restarts[0]
  return {
    fit,
    summary,
    dataset,
    best,
    cells: modelGrid({
      ...summary,
      criterion: summary.settings.criterion,
      noise: summary.settings.noise,
      dimension: summary.columns.length,
      isAside: (warnings) => isSetAside(warnings, asked.allowSpurious),
    }),
    told: restart === undefined ? null : await toldOf(sources, fit, restart, asked, control),
    asked,
    version: sources.version,
    now,
  }
}

async function toldOf(
  sources: FactSources,
  fit: Fit,
  id: string,
  { known: column, merged, clusters, stability }: ReportAsked,
  control: WorkControl,
): Promise<Told> {
  const fitted = fittedOf(fit, id)
  const { mixture } = fitted
  const { restarts, removed, solutions } = fit.summary
  const restart = [...restarts, ...removed].find((each) => each.id === id) ?? restarts[0]
  const rating = await sources.ratings(fitted, control)
  const asKnown = async (of: number | undefined) =>
    column === undefined ? null : await knownOf(sources, fitted, { column, merged: of })
  return {
    restart,
    solution: solutions.find((each) => each.restarts.includes(id)) ?? null,
    fitted,
    mixture,
    model: await sources.models(fitted),
    styles: Array.from({ length: mixture.components }, (_, k) => clusters?.[k]?.style ?? k),
    names: Array.from({ length: mixture.components }, (_, k) => clusters?.[k]?.name ?? ''),
    diagnosis: await diagnose(sources, endedOf(fit, id), control),
    certainty: await certaintyOf(sources.pool, fitted, rating),
    sample: await sampleOf(sources.pool, sources.drawnRows, fitted, control),
    known: await asKnown(undefined),
    knownMerged: merged === undefined ? null : await asKnown(merged),
    merging:
      merged === undefined ? null : { view: await sources.mergings(fitted, control), clusters: merged },
    stability: stability ?? null,
  }
}
