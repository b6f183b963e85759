import type { LabelsView, PointsView } from '../../contract/views.ts'

/** The points of one cluster, or of all rows where there are no labels (`component` null). */
export interface Cloud {
  component: number | null
  /** x, y alternating, in the units of the axes. */
  xy: Float64Array
  rows: Uint32Array
}

/** The labels, where they belong to these points. */
export function labelsFor(points: PointsView, labels: LabelsView | null): Uint8Array | null {
  return labels?.labels.length === points.x.length ? labels.labels : null
}

/** Points by component, in the order of the rows; labels that belong to other points are ignored. */
export function splitByLabel(points: PointsView, labels: LabelsView | null): Cloud[] {
  const { x, y, centre, rows } = points
  const of = labelsFor(points, labels)
  const counts: number[] = []
  for (let i = 0; i < x.length; i++) {
    const k = of?.[i] ?? 0
    counts[k] = (counts[k] ?? 0) + 1
  }
  const clouds = Array.from(counts, (count = 0, component) => ({
    component: of === null ? null : component,
    xy: new Float64Array(2 * count),
    rows: new Uint32Array(count),
  }))
  const filled = counts.map(() => 0)
  for (let i = 0; i < x.length; i++) {
    const k = of?.[i] ?? 0
    const cloud = clouds[k]
    const at = filled[k] ?? 0
    if (cloud === undefined) continue
    cloud.xy[2 * at] = centre.x + (x[i] ?? NaN)
    cloud.xy[2 * at + 1] = centre.y + (y[i] ?? NaN)
    cloud.rows[at] = rows[i] ?? 0
    filled[k] = at + 1
  }
  return clouds
}
