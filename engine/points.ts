import { setImmediate } from 'node:timers/promises'
import type { Checked } from '../contract/schemas.ts'
import type { PointsView } from '../contract/views.ts'
import type { Pool } from '../workers/pool.ts'
import { countedColumns } from './counted-columns.ts'
import type { Dataset } from './datasets.ts'
import type { Fits } from './fits/fits.ts'
import type { DrawnRowsOf } from './drawn-rows.ts'
import { about, middleOf } from './offsets.ts'
import { planeOf, type Projection } from './plane.ts'
import { weightedColumns } from './weighted-columns.ts'

/** Points of one plot: the rows are those of `labels` for a fit of the same columns and the same limit. */
export async function pointsOf(
  { pool, fits, drawnRows }: { pool: Pool; fits: Fits; drawnRows: DrawnRowsOf },
  dataset: Dataset,
  { columns: positions, weights, axes, limit }: Checked<'points'>,
): Promise<PointsView> {
  const columns = countedColumns(dataset, positions, weights?.column ?? null)
  const { rows, usable } = drawnRows(columns, limit)
  const { projection, axisNames } = await planeOf(pool, fits, { dataset, positions, columns, usable }, axes)
  const x = await coordinates(columns, projection, 0, rows)
  const y = await coordinates(columns, projection, 1, rows)
  const centre = { x: middleOf(x), y: middleOf(y) }
  return {
    x: about(centre.x, x),
    y: about(centre.y, y),
    centre,
    rows,
    usable: usable.length,
    axisNames,
    projection,
    ...(weights !== null && {
      weighted: await weightedColumns(dataset, weights, columns, { usable, rows }),
    }),
  }
}

/** Coordinates of rows along one axis of the plane; the engine's thread is left free between two columns. */
async function coordinates(
  columns: readonly Float64Array[],
  { basis, origin }: Projection,
  line: number,
  rows: Uint32Array,
): Promise<Float64Array> {
  const out = new Float64Array(rows.length)
  for (const [j, column] of columns.entries()) {
    const weight = basis[line * columns.length + j]
    if (weight === 0) continue
    for (let i = 0; i < rows.length; i++) out[i] += weight * (column[rows[i]] - origin[j])
    await setImmediate()
  }
  return out
}
