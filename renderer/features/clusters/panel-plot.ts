import type { PointsView } from '../../../contract/views.ts'
import type { DrawnColumn } from '../../charts/matrix-plan.ts'

type Axis = Pick<DrawnColumn, 'name' | 'at'>

/** One panel of a matrix as a plot of so many columns of a fit: of which a region of it is a region. */
export function panelPlot(
  across: Axis,
  up: Axis,
  columns: number,
): Pick<PointsView, 'projection' | 'axisNames'> {
  const basis = new Float64Array(2 * columns)
  basis[across.at] = 1
  basis[columns + up.at] = 1
  return {
    projection: { basis, origin: new Float64Array(columns) },
    axisNames: { x: across.name, y: up.name },
  }
}
