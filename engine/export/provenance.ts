import { NO_LABEL, type Start } from '../../core/mixture/types.ts'
import type { GivenStart, ModelFile } from '../../contract/schemas.ts'
import type { DiagnosisView } from '../../contract/diagnosis-views.ts'
import type { Role, SolutionView } from '../../contract/views.ts'
import type { Dataset } from '../datasets.ts'
import type { Fitted } from '../fits/fits.ts'
import { legsRun } from '../fits/plan.ts'
import type { Fit } from '../fits/run.ts'
import type { AgreementColumn } from './agreement-column.ts'
import type { MergedColumn } from './merged-column.ts'
import { diagnosisRecord } from './diagnosis-record.ts'
import { rejectedByReason } from './rejected.ts'
import type { LabelledFile } from './labelled-csv.ts'
import { settingsRecord } from './settings-record.ts'
import type { StatusColumn } from './status-column.ts'
import { stageTarget, type Staged } from './target.ts'

/** How the labels of a file came about. */
export interface Provenance {
  dataset: Dataset
  /** Positions of the columns of the model, in its order. */
  used: readonly number[]
  model: ModelFile
  /** The restart that the model is of; null where a saved model labelled the rows. */
  fitted: Fitted | null
  /** What is wrong with that restart; null where a saved model labelled the rows. */
  diagnosis: DiagnosisView | null
  labelled: LabelledFile
  posteriors: boolean
  agreement: AgreementColumn | null
  merged: MergedColumn | null
  status: StatusColumn | null
  spreadsheetSafe: boolean
  /** Of Basin. */
  version: string
}

/** Writes `basin.provenance`, version 1. */
export async function stageProvenance(target: string, provenance: Provenance): Promise<Staged<void>> {
  const text = `${JSON.stringify(provenanceOf(provenance), null, 2)}\n`
  return await stageTarget(target, (handle) => handle.writeFile(text))
}

/** The record; it holds the model whole, so that rows can be labelled by it. */
export function provenanceOf({ model, fitted, diagnosis, version, ...made }: Provenance): object {
  const summary = fitted === null ? null : summaryOf(fitted.fit)
  const removed = summary?.removed.map(({ id }) => id) ?? []
  return {
    format: 'basin.provenance',
    version: 1,
    writer: `Basin ${version}`,
    data: dataOf(made, fitted, model),
    preparation: fitted === null ? null : preparationOf(fitted),
    settings: fitted === null ? null : settingsRecord(fitted.fit),
    extensions: summary?.extensions ?? [],
    ...(removed.length > 0 && { removed }),
    model,
    restart: fitted === null ? null : restartOf(fitted),
    diagnosis: fitted === null || diagnosis === null ? null : diagnosisRecord(diagnosis, solutionOf(fitted)),
    labels: labelsOf(made),
  }
}

function dataOf(
  { dataset, used }: Pick<Provenance, 'dataset' | 'used'>,
  fitted: Fitted | null,
  model: ModelFile,
): object {
  const { name, file } = dataset
  const chosen = used.map((column) => file.values[column])
  const { rowsUsed, rowsWithGaps } = fitted?.fit ?? countRead(chosen, file.rows, model.missing === 'em')
  const weights = fitted?.fit.settings.weights?.column
  return {
    file: name,
    bytes: file.bytes,
    sha256: file.hash,
    compression: file.compression,
    rows: file.rows,
    rowsUsed,
    rowsDropped: file.rows - rowsUsed,
    rowsWithGaps,
    weighting: fitted?.fit.weighting ?? null,
    rejectedCells: file.rejectedCells,
    rejectedBy: rejectedByReason(file),
    blankLines: file.blankLines,
    commentLines: file.commentLines,
    dialect: file.dialect,
    columns: file.columns.map(({ index, name: unique, original, type, format, ambiguous, derived }) => ({
      name: unique,
      original,
      type,
      role: used.includes(index) ? 'cluster' : index === weights ? 'weight' : otherRole(dataset, index),
      format,
      ambiguous,
      ...(derived === undefined
        ? {}
        : { derived: { of: file.columns[derived.of].name, transform: derived.transform } }),
    })),
    warnings: file.warnings,
  }
}

/** Rows that a model reads: those with a number in every column or, where it may have gaps, in any. */
function countRead(
  columns: readonly (Float64Array | null)[],
  rows: number,
  gaps: boolean,
): { rowsUsed: number; rowsWithGaps: number } {
  let complete = 0
  let gappy = 0
  for (let row = 0; row < rows; row++) {
    let lacking = 0
    for (let j = 0; j < columns.length; j++) if (Number.isNaN(columns[j]?.[row] ?? NaN)) lacking++
    if (lacking === 0) complete++
    else if (lacking < columns.length) gappy++
  }
  const rowsWithGaps = gaps ? gappy : 0
  return { rowsUsed: complete + rowsWithGaps, rowsWithGaps }
}

/** What the person made of a column that the model does not use. */
function otherRole({ roles }: Dataset, column: number): Role {
  const role = roles[column]
  return role === undefined || role === 'cluster' ? 'keep' : role
}

function preparationOf({ fit: { settings } }: Fitted): object {
  return { scaling: settings.scaling, missing: settings.missing, regularisation: settings.regularisation }
}

function restartOf({ fit, restart, logLikelihood }: Fitted): object {
  const outcome = fit.outcomes[fit.plan.indexOf(restart)]
  const legs = legsRun(restart, outcome?.iterations ?? 0)
  const solution = solutionOf({ fit, restart })
  return {
    id: restart.id,
    components: restart.components,
    covariance: restart.covariance,
    index: restart.index,
    masterSeed: fit.settings.seed,
    seed: restart.seed,
    init: restart.initialisation,
    start: givenStart(restart.start) ?? fit.settings.start ?? null,
    continued: legs.map(({ iterations, tolerance, maxIterations }) => ({
      iterations,
      tolerance,
      maxIterations,
    })),
    status: outcome?.status ?? null,
    iterations: outcome?.iterations ?? null,
    logLikelihood,
    solution: solution?.id ?? null,
    kind: solution?.kind ?? null,
    hits: solution?.hits ?? null,
    restarts: solution?.restarts ?? [],
  }
}

/** Null while the fit is running. */
function solutionOf({ fit, restart }: Pick<Fitted, 'fit' | 'restart'>): SolutionView | null {
  const solutions = summaryOf(fit)?.solutions ?? []
  return solutions.find(({ restarts }) => restarts.includes(restart.id)) ?? null
}

/** Null while it is running. */
const summaryOf = (fit: Fitted['fit']) => ('summary' in fit ? (fit as Fit).summary : null)

/** A manual start as `--start` takes it. */
function givenStart(start: Start | undefined): GivenStart | null {
  if (start?.kind !== 'labels') return null
  return { labels: Array.from(start.labels, (label) => (label === NO_LABEL ? 0 : label + 1)) }
}

function labelsOf({
  labelled: { view, hash },
  posteriors,
  agreement,
  merged,
  status,
  spreadsheetSafe,
}: Pick<
  Provenance,
  'labelled' | 'posteriors' | 'agreement' | 'merged' | 'status' | 'spreadsheetSafe'
>): object {
  const { file, bytes, rows, added, warnings } = view
  return {
    file,
    bytes,
    sha256: hash,
    rows,
    added,
    posteriors,
    agreement: agreement?.record ?? null,
    merged: merged?.record ?? null,
    status: status?.record ?? null,
    spreadsheetSafe,
    warnings,
  }
}
