import type { Engine } from '../../contract/engine.ts'
import type { DatasetSummary } from '../../contract/views.ts'
import { chooseColumn } from './columns.ts'

/** A file with the logarithms that were asked for, and what stands in the place of which column. */
export interface Logged {
  dataset: DatasetSummary
  instead: ReadonlyMap<number, number>
}

/** Computes the logarithms of columns, by names or positions with commas; null for none. Throws UsageError for a column that is not there. */
export async function takeLogs(
  { derive }: Pick<Engine, 'derive'>,
  dataset: DatasetSummary,
  list: string | null,
): Promise<Logged> {
  const instead = new Map<number, number>()
  const sources =
    list === null ? [] : list.split(',').map((name) => chooseColumn(dataset, '--log', name.trim()))
  let { columns } = dataset
  for (const column of sources) {
    columns = await derive({ dataset: dataset.dataset, column, transform: 'log' })
    const made = columns.find(({ derived }) => derived?.of === column)
    if (made !== undefined) instead.set(column, made.index)
  }
  return { dataset: { ...dataset, columns }, instead }
}
