import type { ModelFile } from '../contract/schemas.ts'
import type { ScoreView, Warning } from '../contract/views.ts'
import { phrase, told } from '../contract/words/say.ts'
import type { WorkControl } from '../workers/control.ts'
import type { Pool } from '../workers/pool.ts'
import type { Wanted } from './certainty/doubtful.ts'
import { rate } from './certainty/ratings.ts'
import { numericColumns } from './columns.ts'
import type { Dataset } from './datasets.ts'
import { statusColumn } from './export/status-column.ts'
import { writeLabels, type LabelTargets } from './export/write-labels.ts'
import { labelRows } from './labelling.ts'
import { mixtureOf } from './mixture.ts'
import { deriveForModel, findColumn, matchColumns } from './model-columns.ts'
import { createScoreTotal } from './score-total.ts'

export interface Scoring {
  dataset: Dataset
  model: ModelFile
  /** Where a labelled file is wanted. */
  targets: LabelTargets | null
  /** What the labelled file says of doubtful rows, if anything. */
  status: Wanted | null
  /** Of Basin. */
  version: string
}

/** Labels the rows of a file by a saved model, with their total log-likelihood; writes them where targets are given. */
export async function score(
  pool: Pool,
  { dataset, model, targets, status, version }: Scoring,
  control: WorkControl,
): Promise<ScoreView> {
  const derived = await deriveForModel(pool, dataset, model)
  const { positions, warnings: matched } = matchColumns(dataset, model)
  const warnings = [...derived, ...matched]
  const columns = numericColumns(dataset, positions)
  const mixture = mixtureOf(model, columns.length, 'The model', model.missing === 'em')
  const weights = rowWeightsOf(dataset, model)
  if (weights === null && model.rowWeights !== undefined) warnings.push(noWeights(model.rowWeights.column))
  const total = createScoreTotal(mixture.components, weights)
  let exported: ScoreView['exported'] = null
  if (targets === null) {
    control.report(0, dataset.file.rows, 0)
    total.add(await labelRows(pool, mixture, columns, { logDensity: true }, control))
  } else {
    const origin = { model, fitted: null, diagnosis: null, used: positions, version }
    const rows = { pool, dataset, columns, mixture, control, labelled: total.add }
    const rated = async (wanted: Wanted) =>
      statusColumn(await rate(pool, { mixture, columns, weights }, control), wanted)
    const column = status === null ? null : await rated(status)
    exported = await writeLabels(rows, { ...targets, status: column }, origin)
  }
  const { rows } = dataset.file
  const rowsUsed = total.sizes.reduce((sum, size) => sum + size, total.noise())
  if (rowsUsed < rows) warnings.push(rowsDropped(rows - rowsUsed, rows, mixture.gaps === true))
  const { logLikelihood, count, zero, missing } = total.end(model.rowWeights?.kind === 'importance')
  if (zero + missing > 0) warnings.push(countNothing(zero + missing, model.rowWeights?.column ?? ''))
  const weighting =
    weights === null || model.rowWeights === undefined ? null : { ...model.rowWeights, count, zero, missing }
  return {
    rows,
    rowsUsed,
    logLikelihood,
    sizes: total.sizes,
    noise: total.noise(),
    weighting,
    warnings,
    exported,
  }
}

/** The weights of the file's rows in the column that the model was fitted with; null where it has none. */
function rowWeightsOf(dataset: Dataset, { rowWeights }: ModelFile): Float64Array | null {
  const column = rowWeights === undefined ? undefined : findColumn(dataset, rowWeights.column)
  return column === undefined ? null : (dataset.file.values[column.index] ?? null)
}

const rowsDropped = (dropped: number, rows: number, gaps: boolean): Warning => ({
  code: 'rows-dropped',
  ...told(
    gaps
      ? phrase('{dropped} of {rows} rows lack a number in every column of the model and were not labelled.', {
          dropped,
          rows,
        })
      : phrase('{dropped} of {rows} rows lack a number in a column of the model and were not labelled.', {
          dropped,
          rows,
        }),
  ),
  count: dropped,
})

const noWeights = (column: string): Warning => ({
  code: 'no-row-weights',
  ...told(
    phrase(
      'The model was fitted with the weights of the column “{column}”, which this file lacks: every row counts once in the log-likelihood.',
      { column },
    ),
  ),
  column,
})

const countNothing = (count: number, column: string): Warning => ({
  code: 'weightless-rows',
  ...told(
    phrase(
      '{count} of the rows labelled have no weight above 0 in the column “{column}” and count nothing in the log-likelihood.',
      { count, column },
    ),
  ),
  column,
  count,
})
