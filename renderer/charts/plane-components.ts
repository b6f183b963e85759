import type { PlaneComponent } from '../../core/geometry/ellipse.ts'
import { projectComponent } from '../../core/geometry/projection.ts'
import type { ModelView, PointsView } from '../../contract/views.ts'

/** The components of a model as they are seen in the plane of a plot. */
export function planeComponents(model: ModelView, projection: PointsView['projection']): PlaneComponent[] {
  const d = model.columns.length
  return Array.from(model.weights, (_, k) => {
    const mean = model.means.subarray(k * d, (k + 1) * d)
    const covariance = model.covariances.subarray(k * d * d, (k + 1) * d * d)
    return projectComponent(mean, covariance, projection)
  })
}
