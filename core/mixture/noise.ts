import { eigenSymmetric } from '../linalg/eigen.ts'
import { rowStart } from './start/sample.ts'
import type { Prepared } from './types.ts'

/** A range this small beside its column's standard deviation, or the widest axis, holds rounding alone. */
const FLAT = 1e-7

/**
 * ln 1/V of a uniform noise component in the prepared units, with V the smaller of the volumes of the boxes that hold all rows along
 * the columns and along their principal axes, in the units of the metric (Fraley & Raftery 1998; mclust's `hypvol`). Null where the
 * rows lie in less than d dimensions, so that there is no volume. `proceed` is called every now and then, and ends the work if it throws.
 */
export function noiseLogDensity(prepared: Prepared, proceed: () => void = () => undefined): number | null {
  const { dimension: d, spread, metric } = prepared
  const units = Float64Array.from(spread, (unit, j) => unit / metric[j])
  const unit = (axis: number) => Float64Array.from({ length: d }, (_, j) => (j === axis ? units[j] : 0))
  const { values, vectors } = eigenSymmetric(metricCovariance(prepared, units), d)
  const principal = (axis: number) =>
    Float64Array.from({ length: d }, (_, j) => vectors[axis * d + j] * units[j])
  let box = 0
  let turned = 0
  for (let axis = 0; axis < d; axis++) {
    proceed()
    const along = rangeAlong(prepared, unit(axis))
    const across = rangeAlong(prepared, principal(axis))
    if (!(along > FLAT * units[axis]) || !(across > FLAT * Math.sqrt(values[0]))) return null
    box += Math.log(along)
    turned += Math.log(across)
  }
  return units.reduce((sum, each) => sum + Math.log(each), -Math.min(box, turned))
}

function metricCovariance({ total, dimension: d }: Prepared, units: Float64Array): Float64Array {
  const matrix = new Float64Array(d * d)
  for (let i = 0, at = 0; i < d; i++) {
    for (let j = 0; j <= i; j++, at++) matrix[i * d + j] = matrix[j * d + i] = total[at] * units[i] * units[j]
  }
  return matrix
}

/** Largest less smallest of the rows' products with a direction [d]. */
function rangeAlong(prepared: Prepared, direction: Float64Array): number {
  const { rows, blockRows, blocks } = prepared
  let least = Infinity
  let most = -Infinity
  for (let i = 0; i < rows; i++) {
    const from = rowStart(prepared, i)
    let value = 0
    for (let j = 0; j < direction.length; j++) value += direction[j] * blocks[from + j * blockRows]
    if (value < least) least = value
    if (value > most) most = value
  }
  return most - least
}
