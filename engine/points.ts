import { principalPlane } from '../core/geometry/principal.ts'
import { EngineError } from '../contract/errors.ts'
import type { Checked } from '../contract/schemas.ts'
import type { PointsView } from '../contract/views.ts'
import { columnNames, numericColumns } from './columns.ts'
import type { Dataset } from './datasets.ts'
import { sampleRows, usableRows } from './sample-rows.ts'

type Projection = PointsView['projection']

/** Points of one plot: the rows are those of `labels` for a fit of the same columns and the same limit. */
export function pointsOf(
  dataset: Dataset,
  { columns: positions, axes, limit }: Checked<'points'>,
): PointsView {
  const columns = numericColumns(dataset, positions)
  const usable = usableRows(columns)
  const rows = sampleRows(usable, limit)
  const projection = axes === 'principal' ? principalPlane(columns) : axesPlane(positions, axes)
  const names = columnNames(dataset, positions)
  const centre = { x: centreOf(columns, projection, 0, usable), y: centreOf(columns, projection, 1, usable) }
  return {
    x: project(columns, projection, 0, rows, centre.x),
    y: project(columns, projection, 1, rows, centre.y),
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

/** The middle of the range, so that what is drawn is offset by at most half of it. */
function centreOf(
  columns: readonly Float64Array[],
  projection: Projection,
  line: number,
  usable: Uint32Array,
): number {
  let low = Infinity
  let high = -Infinity
  for (const row of usable) {
    const value = coordinate(columns, projection, line, row)
    if (value < low) low = value
    if (value > high) high = value
  }
  return low <= high ? low + (high - low) / 2 : 0
}

function project(
  columns: readonly Float64Array[],
  projection: Projection,
  line: number,
  rows: Uint32Array,
  centre: number,
): Float32Array {
  const out = new Float32Array(rows.length)
  for (let i = 0; i < rows.length; i++) out[i] = coordinate(columns, projection, line, rows[i]) - centre
  return out
}

function coordinate(
  columns: readonly Float64Array[],
  { basis, origin }: Projection,
  line: number,
  row: number,
): number {
  const d = columns.length
  let sum = 0
  for (let j = 0; j < d; j++) {
    const weight = basis[line * d + j]
    if (weight !== 0) sum += weight * (columns[j][row] - origin[j])
  }
  return sum
}
