import type { PointsView } from '../../contract/views.ts'
import type { EChartsCoreOption } from './echarts.ts'
import type { Shown } from './plot-keys.ts'

interface ZoomRange {
  dataZoomId?: string
  start?: number
  end?: number
}

/** What ECharts tells of a zoom: one range, or one of each axis. */
export type ZoomEvent = ZoomRange & { batch?: readonly ZoomRange[] }

/** What each zoomed axis shows, by the id of its zoom. */
export type ZoomRanges = Map<string, Shown>

/** Has ECharts show parts of axes. */
export interface ZoomAction {
  type: 'dataZoom'
  batch: { dataZoomId: string; start: number; end: number }[]
}

/** The zoom of axes that move together, by wheel and by dragging. Its id says which way they run. */
export const zoomOf = (axis: 'x' | 'y', ...axes: readonly number[]) => ({
  id: `zoom-${axis}-${axes.join('-')}`,
  type: 'inside',
  ...(axis === 'x' ? { xAxisIndex: axes } : { yAxisIndex: axes }),
  filterMode: 'none',
})

/** The axes of a chart that can be zoomed. */
export function zoomsOf({ dataZoom }: EChartsCoreOption): { id: string; axis: 'x' | 'y' }[] {
  if (!Array.isArray(dataZoom)) return []
  return (dataZoom as { id: string }[]).map(({ id }) => ({ id, axis: id.startsWith('zoom-x') ? 'x' : 'y' }))
}

/** A chart as it is drawn first where parts of its axes are to be seen: the next drawings leave its zoom as it is. */
export function zoomedTo(option: EChartsCoreOption, ranges: ZoomRanges): EChartsCoreOption {
  if (ranges.size === 0 || !Array.isArray(option['dataZoom'])) return option
  const dataZoom = (option['dataZoom'] as { id: string }[]).map((zoom) => ({
    ...zoom,
    ...ranges.get(zoom.id),
  }))
  return { ...option, dataZoom }
}

export function noteZoom(ranges: ZoomRanges, event: ZoomEvent): void {
  for (const { dataZoomId, start = 0, end = 100 } of event.batch ?? [event])
    if (dataZoomId !== undefined) ranges.set(dataZoomId, { start, end })
}

/** Whether any axis shows less than its whole. */
export const isZoomed = (ranges: ZoomRanges): boolean =>
  [...ranges.values()].some(({ start, end }) => start > 0 || end < 100)

export function zoomTo(wanted: readonly { id: string; shown: Shown }[]): ZoomAction {
  return { type: 'dataZoom', batch: wanted.map(({ id, shown }) => ({ dataZoomId: id, ...shown })) }
}

/** The axes of a plot as a key: a zoom does not carry over to other axes. */
export function axisKey(points: PointsView | null): string {
  return JSON.stringify(points?.axisNames ?? null)
}
