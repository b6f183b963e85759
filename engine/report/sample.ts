import { projectComponent, type Projection } from '../../core/geometry/projection.ts'
import type { PlaneComponent } from '../../core/geometry/ellipse.ts'
import type { WorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import type { DrawnRowsOf } from '../drawn-rows.ts'
import type { Fitted } from '../fits/fits.ts'
import { labelRows } from '../labelling.ts'
import { rowWeightsOf } from '../row-weights.ts'
import { gather } from '../sample-rows.ts'

/** Rows that pictures of the clusters draw: as many whatever the size of the file. */
const DRAWN = 2_000

/** A fair sample of the rows of a fit with their labels, and the plane it is seen in. */
export interface Sample {
  rows: number
  /** Rows with a number in every column. */
  of: number
  /** One per column of the fit. */
  columns: Float64Array[]
  labels: Uint8Array
  /** What each row drawn counts for; null where each counts once. */
  weights: Float64Array | null
  /** Where there are three columns or more: coordinates, and what the axes are called. */
  plane: { x: Float64Array; y: Float64Array; components: PlaneComponent[]; names: [string, string] } | null
}

/** Null where no row has a number in every column. */
export async function sampleOf(
  pool: Pool,
  drawnRows: DrawnRowsOf,
  { fit, mixture }: Fitted,
  control: WorkControl,
): Promise<Sample | null> {
  const { rows, usable } = drawnRows(fit.columns, DRAWN)
  if (rows.length === 0) return null
  const columns = fit.columns.map((column) => gather(column, rows))
  const { labels } = await labelRows(pool, mixture, columns, {}, control)
  const all = rowWeightsOf(fit)
  const weights = all === null ? null : gather(all, rows)
  const sample: Sample = { rows: rows.length, of: usable.length, columns, labels, weights, plane: null }
  const { components, dimension: d, means, covariances } = mixture
  if (d < 3) return sample
  const by = components === 1 ? { ranks: [1, 2] as [number, number] } : { labels, clusters: components }
  const { basis, origin, discriminants } = await pool.run('span-plane', { columns, by })
  const projection: Projection = { basis, origin }
  const names = [0, 1].map((axis) =>
    components === 1
      ? `principal component ${axis + 1}`
      : axis < discriminants
        ? `discriminant ${axis + 1}`
        : 'widest remaining direction',
  )
  sample.plane = {
    x: coordinates(columns, projection, 0),
    y: coordinates(columns, projection, 1),
    components: Array.from({ length: components }, (_, k) =>
      projectComponent(
        means.subarray(k * d, (k + 1) * d),
        covariances.subarray(k * d * d, (k + 1) * d * d),
        projection,
      ),
    ),
    names: [names[0], names[1]],
  }
  return sample
}

function coordinates(
  columns: readonly Float64Array[],
  { basis, origin }: Projection,
  axis: number,
): Float64Array {
  const d = columns.length
  return Float64Array.from(columns[0], (_, i) =>
    columns.reduce((sum, column, j) => sum + basis[axis * d + j] * (column[i] - origin[j]), 0),
  )
}
