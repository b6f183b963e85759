import { principalPlane } from '../core/geometry/principal.ts'
import { EngineError } from '../contract/errors.ts'
import type { Checked } from '../contract/schemas.ts'
import type { PointsView } from '../contract/views.ts'
import { columnNames, numericColumns } from './columns.ts'
import type { Dataset } from './datasets.ts'
import { gather, sampleRows, usableRows } from './sample-rows.ts'

type Projection = PointsView['projection']

const MOST_PLANE_ROWS = 20_000
const FEWEST_PLANE_ROWS = 1_000
const PLANE_PRODUCTS = 2e6

/** Points of one plot: the rows are those of `labels` for a fit of the same columns and the same limit. */
export function pointsOf(
  dataset: Dataset,
  { columns: positions, axes, limit }: Checked<'points'>,
): PointsView {
  const columns = numericColumns(dataset, positions)
  const usable = usableRows(columns)
  const rows = sampleRows(usable, limit)
  const projection = axes === 'principal' ? planeOf(columns, usable) : axesPlane(positions, axes)
  const names = columnNames(dataset, positions)
  const x = coordinates(columns, projection, 0, rows)
  const y = coordinates(columns, projection, 1, rows)
  const centre = { x: middleOf(x), y: middleOf(y) }
  return {
    x: about(centre.x, x),
    y: about(centre.y, y),
    centre,
    rows,
    usable: usable.length,
    axisNames:
      axes === 'principal'
        ? { x: 'Principal component 1', y: 'Principal component 2' }
        : { x: names[positions.indexOf(axes.x)], y: names[positions.indexOf(axes.y)] },
    projection,
  }
}

function axesPlane(positions: readonly number[], axes: { x: number; y: number }): Projection {
  const d = positions.length
  const basis = new Float64Array(2 * d)
  const pair = [axes.x, axes.y]
  pair.forEach((axis, line) => {
    const at = positions.indexOf(axis)
    if (at < 0)
      throw new EngineError(
        'invalid-input',
        'An axis of the plot is not among the chosen columns.',
        'Choose two of the columns that are ticked.',
      )
    basis[line * d + at] = 1
  })
  return { basis, origin: new Float64Array(d) }
}

/** The principal plane from a fair sample of the rows: a view needs no more, and the engine's thread must stay free. */
function planeOf(columns: readonly Float64Array[], usable: Uint32Array): Projection {
  const affordable = Math.ceil(PLANE_PRODUCTS / columns.length ** 2)
  const rows = sampleRows(usable, Math.min(MOST_PLANE_ROWS, Math.max(FEWEST_PLANE_ROWS, affordable)))
  return principalPlane(columns.map((column) => gather(column, rows)))
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

/** The middle of the range, so that what is drawn is offset by at most half of it. */
function middleOf(values: Float64Array): number {
  let low = Infinity
  let high = -Infinity
  for (let i = 0; i < values.length; i++) {
    if (values[i] < low) low = values[i]
    if (values[i] > high) high = values[i]
  }
  return low <= high ? low + (high - low) / 2 : 0
}

function about(centre: number, values: Float64Array): Float32Array {
  const out = new Float32Array(values.length)
  for (let i = 0; i < values.length; i++) out[i] = values[i] - centre
  return out
}
