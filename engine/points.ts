import type { Checked } from '../contract/schemas.ts'
import type { PointsView } from '../contract/views.ts'
import type { Pool } from '../workers/pool.ts'
import { numericColumns } from './columns.ts'
import type { Dataset } from './datasets.ts'
import type { Fits } from './fits/fits.ts'
import { about, middleOf } from './offsets.ts'
import { planeOf, type Projection } from './plane.ts'
import { sampleRows, usableRows } from './sample-rows.ts'

/** Points of one plot: the rows are those of `labels` for a fit of the same columns and the same limit. */
export async function pointsOf(
  pool: Pool,
  fits: Fits,
  dataset: Dataset,
  { columns: positions, axes, limit }: Checked<'points'>,
): Promise<PointsView> {
  const columns = numericColumns(dataset, positions)
  const usable = usableRows(columns)
  const rows = sampleRows(usable, limit)
  const { projection, axisNames } = await planeOf(pool, fits, { dataset, positions, columns, usable }, axes)
  const x = coordinates(columns, projection, 0, rows)
  const y = coordinates(columns, projection, 1, rows)
  const centre = { x: middleOf(x), y: middleOf(y) }
  return {
    x: about(centre.x, x),
    y: about(centre.y, y),
    centre,
    rows,
    usable: usable.length,
    axisNames,
    projection,
  }
}

/** Coordinates of rows along one axis of the plane. */
function coordinates(
  columns: readonly Float64Array[],
  { basis, origin }: Projection,
  line: number,
  rows: Uint32Array,
): Float64Array {
  const out = new Float64Array(rows.length)
  columns.forEach((column, j) => {
    const weight = basis[line * columns.length + j]
    if (weight === 0) return
    for (let i = 0; i < rows.length; i++) out[i] += weight * (column[rows[i]] - origin[j])
  })
  return out
}
