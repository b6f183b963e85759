import type { PointsView } from '../../contract/views.ts'

interface ZoomRange {
  dataZoomId?: string
  dataZoomIndex?: number
  start?: number
  end?: number
}

/** What ECharts tells of a zoom: one range, or one of each axis. */
export type ZoomEvent = ZoomRange & { batch?: readonly ZoomRange[] }

/** What each zoomed axis shows, by the axis, from the events that tell of it. */
export type ZoomRanges = Map<string | number, boolean>

/** Takes note of a zoom; whether any axis now shows less than its whole. */
export function noteZoom(ranges: ZoomRanges, event: ZoomEvent): boolean {
  for (const { dataZoomId, dataZoomIndex, start = 0, end = 100 } of event.batch ?? [event])
    ranges.set(dataZoomId ?? dataZoomIndex ?? '', start > 0 || end < 100)
  return [...ranges.values()].includes(true)
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
