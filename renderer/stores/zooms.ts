import { defineStore } from 'pinia'
import * as v from 'valibot'
import { shallowRef, watch } from 'vue'
import type { ZoomRanges } from '../charts/zoom.ts'
import { useFitStore } from './fit.ts'
import { useSessionPartsStore } from './session-parts.ts'

const CHARTS = ['landscape', 'scatter', 'compared-left', 'compared-right', 'agreement'] as const
/** The charts whose zoom is kept. */
export type ZoomedChart = (typeof CHARTS)[number]

const part = v.pipe(v.number(), v.minValue(0), v.maxValue(100))
const Shown = v.pipe(
  v.object({ start: part, end: part }),
  v.check(({ start, end }) => start < end),
)
const Form = v.pipe(
  v.array(
    v.object({
      chart: v.picklist(CHARTS),
      of: v.pipe(v.string(), v.maxLength(100_000)),
      ranges: v.pipe(v.array(v.tuple([v.pipe(v.string(), v.maxLength(100)), Shown])), v.maxLength(10)),
    }),
  ),
  v.maxLength(CHARTS.length),
)

interface Zoom {
  /** What the chart was of: its axes. */
  of: string
  ranges: ZoomRanges
}

/** What is seen of each zoomed chart, in per cent of its axes, for when it is drawn again; forgotten with the data. */
export const useZoomsStore = defineStore('zooms', () => {
  const fit = useFitStore()
  const zooms = shallowRef<ReadonlyMap<ZoomedChart, Zoom>>(new Map())
  let drawnOf: string | undefined

  /** Null where all is to be seen. */
  function keep(chart: ZoomedChart, of: string, ranges: ZoomRanges | null): void {
    const next = new Map(zooms.value)
    if (ranges === null) next.delete(chart)
    else next.set(chart, { of, ranges: new Map(ranges) })
    zooms.value = next
  }

  /** The zoom of a chart that is drawn anew; one that was of other axes is forgotten. */
  function takeUp(chart: ZoomedChart, of: string): ZoomRanges {
    const kept = zooms.value.get(chart)
    if (kept?.of === of) return new Map(kept.ranges)
    if (kept !== undefined) keep(chart, of, null)
    return new Map()
  }

  watch(
    () => fit.shown?.dataset,
    (now) => {
      if (now === undefined || now === drawnOf) return
      drawnOf = now
      zooms.value = new Map()
    },
    { immediate: true, flush: 'sync' },
  )

  useSessionPartsStore().add('zoom', Form, {
    state: () => [...zooms.value].map(([chart, { of, ranges }]) => ({ chart, of, ranges: [...ranges] })),
    restore(state) {
      zooms.value = new Map(state.map(({ chart, of, ranges }) => [chart, { of, ranges: new Map(ranges) }]))
    },
  })

  return { keep, takeUp }
})
