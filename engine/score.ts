import type { ModelFile } from '../contract/schemas.ts'
import type { ScoreView } from '../contract/views.ts'
import type { WorkControl } from '../workers/control.ts'
import type { Pool } from '../workers/pool.ts'
import { numericColumns } from './columns.ts'
import type { Dataset } from './datasets.ts'
import { writeLabels, type LabelTargets } from './export/write-labels.ts'
import { clusterSizes, labelRows, type Labelling } from './labelling.ts'
import { mixtureOf } from './mixture.ts'
import { matchColumns } from './model-columns.ts'

export interface Scoring {
  dataset: Dataset
  model: ModelFile
  /** Where a labelled file is wanted. */
  targets: LabelTargets | null
  /** Of Basin. */
  version: string
}

/** Labels the rows of a file by a saved model, with their total log-likelihood; writes them where targets are given. */
export async function score(
  pool: Pool,
  { dataset, model, targets, version }: Scoring,
  control: WorkControl,
): Promise<ScoreView> {
  const { positions, warnings } = matchColumns(dataset, model)
  const columns = numericColumns(dataset, positions)
  const mixture = mixtureOf(model, columns.length, 'The model')
  const total = createTotal(mixture.components)
  let exported: ScoreView['exported'] = null
  if (targets === null) {
    control.report(0, dataset.file.rows, 0)
    total.add(await labelRows(pool, mixture, columns, { logDensity: true }, control))
  } else {
    const origin = { model, fitted: null, used: positions, version }
    const rows = { pool, dataset, columns, mixture, control, labelled: total.add }
    exported = await writeLabels(rows, targets, origin)
  }
  const { rows } = dataset.file
  const rowsUsed = total.sizes.reduce((sum, size) => sum + size, 0)
  if (rowsUsed < rows) warnings.push(rowsDropped(rows - rowsUsed, rows))
  return { rows, rowsUsed, logLikelihood: total.value(), sizes: total.sizes, warnings, exported }
}

const rowsDropped = (dropped: number, rows: number) => ({
  code: 'rows-dropped',
  message: `${dropped} of ${rows} rows lack a number in a column of the model and were not labelled.`,
  count: dropped,
})

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
