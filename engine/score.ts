import type { Checked, ModelFile } from '../contract/schemas.ts'
import { EngineError } from '../contract/errors.ts'
import type { ScoreView } from '../contract/views.ts'
import type { WorkControl } from '../workers/control.ts'
import type { Pool } from '../workers/pool.ts'
import { numericColumns } from './columns.ts'
import type { Dataset } from './datasets.ts'
import { writeLabelledCsv } from './export/labelled-csv.ts'
import { clusterSizes, labelRows, type Labelling } from './labelling.ts'
import { mixtureOf } from './mixture.ts'

export interface Scoring extends Pick<Checked<'score'>, 'model' | 'posteriors'> {
  dataset: Dataset
  /** Path and name of the labelled CSV, where one is wanted. */
  target: { path: string; name: string } | null
}

/** Labels the rows of a file by a saved model, with their total log-likelihood; writes them where a target is given. */
export async function score(
  pool: Pool,
  { dataset, model, posteriors, target }: Scoring,
  control: WorkControl,
): Promise<ScoreView> {
  const columns = numericColumns(dataset, positionsOf(dataset, model))
  const mixture = mixtureOf(model, columns.length, 'The model')
  const total = createTotal(mixture.components)
  let exported: ScoreView['exported'] = null
  if (target === null) {
    control.report(0, dataset.file.rows, 0)
    total.add(await labelRows(pool, mixture, columns, { logDensity: true }, control))
  } else {
    const place = { target: target.path, name: target.name }
    exported = await writeLabelledCsv({
      pool,
      dataset,
      columns,
      mixture,
      posteriors,
      ...place,
      control,
      labelled: total.add,
    })
  }
  const { rows } = dataset.file
  const rowsUsed = total.sizes.reduce((sum, size) => sum + size, 0)
  const warnings =
    rowsUsed === rows
      ? []
      : [
          {
            code: 'rows-dropped',
            message: `${rows - rowsUsed} of ${rows} rows lack a number in a column of the model and were not labelled.`,
            count: rows - rowsUsed,
          },
        ]
  return { rows, rowsUsed, logLikelihood: total.value(), sizes: total.sizes, warnings, exported }
}

function positionsOf({ file, name }: Dataset, model: ModelFile): number[] {
  return model.columns.map((wanted) => {
    const found =
      file.columns.find((column) => column.name === wanted) ??
      file.columns.find((column) => column.original === wanted)
    if (found !== undefined) return found.index
    throw new EngineError(
      'invalid-input',
      `The model needs a column “${wanted}”, which “${name}” does not have.`,
      'Use a file with the columns that the model was fitted to.',
      { column: wanted },
    )
  })
}

/** Sums over runs of rows, compensated (Neumaier 1974) so that the order of a million terms does not show. */
function createTotal(components: number) {
  const sizes = new Array<number>(components).fill(0)
  let sum = 0
  let rest = 0
  return {
    sizes,
    add({ labels, logDensity }: Labelling) {
      clusterSizes(labels, components).forEach((size, k) => (sizes[k] = sizes[k] + size))
      for (const value of logDensity ?? []) {
        if (Number.isNaN(value)) continue
        const next = sum + value
        rest += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
        sum = next
      }
    },
    value: () => sum + rest,
  }
}
