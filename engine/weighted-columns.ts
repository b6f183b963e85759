import { setImmediate } from 'node:timers/promises'
import { columnCentre, columnSpread } from '../core/mixture/column.ts'
import type { FitSettings } from '../contract/schemas.ts'
import type { PointsView } from '../contract/views.ts'
import { numericColumns } from './columns.ts'
import type { Dataset } from './datasets.ts'

/** What the rows used make of a file's columns where they count differently. */
interface Weighed {
  /** Of the rows used [n], of mean 1 where only ratios matter. */
  each: Float64Array
  count: number
}

/**
 * What the rows drawn count for, and the mean and standard deviation (divisor n − 1) of each column over all rows used. `usable`: the
 * rows used of the whole columns, `rows` those of them that are drawn.
 */
export async function weightedColumns(
  dataset: Dataset,
  { column, kind }: NonNullable<FitSettings['weights']>,
  columns: readonly Float64Array[],
  { usable, rows }: { usable: Uint32Array; rows: Uint32Array },
): Promise<NonNullable<PointsView['weighted']>> {
  const [weights] = numericColumns(dataset, [column])
  const sum = usable.reduce((total, row) => total + weights[row], 0)
  const unit = kind === 'frequency' ? 1 : usable.length / sum
  const weighed = { each: Float64Array.from(usable, (row) => weights[row] * unit), count: sum * unit }
  const means = new Float64Array(columns.length)
  const deviations = new Float64Array(columns.length)
  for (const [j, values] of columns.entries()) {
    ;[means[j], deviations[j]] = momentsOf(values, usable, weighed)
    await setImmediate()
  }
  return { counts: Float32Array.from(rows, (row) => weights[row] * unit), means, deviations }
}

function momentsOf(column: Float64Array, usable: Uint32Array, { each, count }: Weighed): [number, number] {
  const values = Float64Array.from(usable, (row) => column[row])
  const mean = columnCentre(values, each)
  return [mean, columnSpread(values, mean, each) * Math.sqrt(count / Math.max(1, count - 1))]
}
