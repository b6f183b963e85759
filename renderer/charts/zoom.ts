import type { PointsView } from '../../contract/views.ts'

interface ZoomRange {
  start?: number
  end?: number
}

/** What ECharts tells of a zoom: one range, or one of each axis. */
export type ZoomEvent = ZoomRange & { batch?: readonly ZoomRange[] }

/** Whether any axis shows less than its whole, in per cent. */
export function isZoomed(event: ZoomEvent): boolean {
  return (event.batch ?? [event]).some(({ start = 0, end = 100 }) => start > 0 || end < 100)
}

/** The action that shows all of so many zoomed axes. */
export function showAll(axes: number): { type: 'dataZoom'; batch: object[] } {
  const batch = Array.from({ length: axes }, (_, dataZoomIndex) => ({ dataZoomIndex, start: 0, end: 100 }))
  return { type: 'dataZoom', batch }
}

/** The axes of a plot as a key: a zoom does not carry over to other axes. */
export function axisKey(points: PointsView | null): string {
  return JSON.stringify(points?.axisNames ?? null)
}
