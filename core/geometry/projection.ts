import type { PlaneComponent } from './ellipse.ts'

/** Affine map from d columns to the plane: plane = basis · (value − origin); basis [2 × d] row-major, origin [d]. */
export interface Projection {
  basis: Float64Array
  origin: Float64Array
}

/** A component (mean [d], covariance [d × d] row-major) as it is seen in the plane. */
export function projectComponent(
  mean: Float64Array,
  covariance: Float64Array,
  projection: Projection,
): PlaneComponent {
  const d = projection.origin.length
  const { basis, origin } = projection
  const plane = { x: 0, y: 0, covariance: { xx: 0, xy: 0, yy: 0 } }
  for (let i = 0; i < d; i++) {
    const bx = basis[i]
    const by = basis[d + i]
    plane.x += bx * (mean[i] - origin[i])
    plane.y += by * (mean[i] - origin[i])
    for (let j = 0; j < d; j++) {
      const s = covariance[i * d + j]
      plane.covariance.xx += bx * s * basis[j]
      plane.covariance.xy += bx * s * basis[d + j]
      plane.covariance.yy += by * s * basis[d + j]
    }
  }
  return plane
}
