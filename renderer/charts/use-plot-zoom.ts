import { shallowRef, type Ref } from 'vue'
import type { EChartsCoreOption } from './echarts.ts'
import { plotAct, shownAfter, type PlotAct } from './plot-keys.ts'
import {
  isZoomed,
  noteZoom,
  zoomTo,
  zoomsOf,
  type ZoomAction,
  type ZoomEvent,
  type ZoomRanges,
} from './zoom.ts'

export interface PlotZoom {
  /** Whether any axis shows less than its whole. */
  zoomed: Readonly<Ref<boolean>>
  /** Takes note of what the chart tells of its zoom. */
  note(event: ZoomEvent): void
  showAll(): void
  /** Whether a key was one of the zoom's. */
  press(event: KeyboardEvent): boolean
}

/** What is seen of the axes of a chart, by wheel and by keyboard. */
export function usePlotZoom(
  option: () => EChartsCoreOption,
  dispatch: (action: ZoomAction) => void,
): PlotZoom {
  const ranges: ZoomRanges = new Map()
  const zoomed = shallowRef(false)

  function act(what: PlotAct): void {
    const wanted = zoomsOf(option()).map(({ id, axis }) => ({
      id,
      shown: shownAfter(ranges.get(id) ?? { start: 0, end: 100 }, what, axis),
    }))
    dispatch(zoomTo(wanted))
  }

  return {
    zoomed,
    note(event) {
      noteZoom(ranges, event)
      zoomed.value = isZoomed(ranges)
    },
    showAll: () => act({ kind: 'all' }),
    press(event) {
      const what = plotAct(event)
      if (what === null || zoomsOf(option()).length === 0) return false
      act(what)
      return true
    },
  }
}
