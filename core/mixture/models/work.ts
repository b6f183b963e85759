import type { Brake } from '../../linalg/brake.ts'
import { packedLength } from '../../linalg/packed.ts'
import { covarianceLength, type Family } from '../parameters.ts'

/** Working memory of the M-step, so that it allocates nothing in the models whose covariances are free or pooled. */
export interface Work {
  /** Counts what the M-step does, and asks whether to stop. */
  brake: Brake
  /** Rows held by each component [K]; may be fractions. */
  counts: Float64Array
  /** Rows held by all Gaussians. */
  rows: number
  /** Volumes of the components' covariances, |S|^(1/d) or proportional to it [K]. */
  volumes: Float64Array
  /** Whitened covariance of one component [stride]. */
  inner: Float64Array
  /** Whitened shift of one mean, or one row of a product of matrices [d]. */
  step: Float64Array
  /** Pooled covariance, or one being made [stride]. */
  pooled: Float64Array
  /** Packed [d(d + 1)/2]. */
  triangle: Float64Array
  /** Length of one unit of the metric in prepared units [d], but for a factor common to all columns. */
  units: Float64Array
}

export function createWork(
  family: Family,
  components: number,
  dimension: number,
  shape: Float64Array,
  brake: Brake,
): Work {
  const stride = covarianceLength(family, dimension)
  const centre = shape.reduce((sum, value) => sum + Math.log(value), 0) / (2 * dimension)
  return {
    brake,
    counts: new Float64Array(components),
    rows: 0,
    volumes: new Float64Array(components),
    inner: new Float64Array(stride),
    step: new Float64Array(dimension),
    pooled: new Float64Array(stride),
    triangle: new Float64Array(family === 'full' ? packedLength(dimension) : 0),
    units: shape.map((value) => Math.exp(Math.log(value) / 2 - centre)),
  }
}
