import { shallowRef, type Ref } from 'vue'
import { useZoomsStore, type ZoomedChart } from '../stores/zooms.ts'
import type { EChartsCoreOption } from './echarts.ts'
import { plotAct, shownAfter, type PlotAct } from './plot-keys.ts'
import {
  isZoomed,
  noteZoom,
  zoomTo,
  zoomedTo,
  zoomsOf,
  type ZoomAction,
  type ZoomEvent,
  type ZoomRanges,
} from './zoom.ts'

/** By what the zoom of a chart is known again when it is drawn anew: the chart, and its axes. */
export interface KeptAs {
  chart: ZoomedChart
  of: string
}

export interface PlotZoom {
  /** Whether any axis shows less than its whole. */
  zoomed: Readonly<Ref<boolean>>
  /** The first drawing of a chart, with the zoom that it takes up. */
  taken(whole: EChartsCoreOption): EChartsCoreOption
  /** Takes note of what the chart tells of its zoom. */
  note(event: ZoomEvent): void
  showAll(): void
  /** Whether a key was one of the zoom's. */
  press(event: KeyboardEvent): boolean
}

/** What is seen of the axes of a chart, by wheel and by keyboard, and what was seen of them when it was drawn before. */
export function usePlotZoom(
  option: () => EChartsCoreOption,
  dispatch: (action: ZoomAction) => void,
  keptAs: () => KeptAs | null,
): PlotZoom {
  const zooms = useZoomsStore()
  const first = keptAs()
  const ranges: ZoomRanges = first === null ? new Map() : zooms.takeUp(first.chart, first.of)
  const zoomed = shallowRef(isZoomed(ranges))

  function act(what: PlotAct): void {
    const wanted = zoomsOf(option()).map(({ id, axis }) => ({
      id,
      shown: shownAfter(ranges.get(id) ?? { start: 0, end: 100 }, what, axis),
    }))
    dispatch(zoomTo(wanted))
  }

  return {
    zoomed,
    taken: (whole) => zoomedTo(whole, ranges),
    note(event) {
      noteZoom(ranges, event)
      zoomed.value = isZoomed(ranges)
      const kept = keptAs()
      if (kept !== null) zooms.keep(kept.chart, kept.of, zoomed.value ? ranges : null)
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
