import { defineStore } from 'pinia'
import * as v from 'valibot'
import { shallowRef } from 'vue'
import { useSessionPartsStore } from './session-parts.ts'

const KINDS = [
  ...(['landscape', 'scatter', 'matrix', 'profiles', 'criterion', 'entropy', 'replicates'] as const),
  ...(['ratio-test', 'compared', 'agreement', 'co-assignment', 'climb', 'dendrogram'] as const),
] as const

/** The charts that can be shown as a table, by what they show. */
export type ChartKind = (typeof KINDS)[number]

/** Which charts are shown as the numbers behind them; each kind is as it was left. */
export const useChartTablesStore = defineStore('chart-tables', () => {
  const shown = shallowRef<ReadonlySet<ChartKind>>(new Set())

  function toggle(kind: ChartKind): void {
    const next = new Set(shown.value)
    if (!next.delete(kind)) next.add(kind)
    shown.value = next
  }

  useSessionPartsStore().add('tables', v.array(v.picklist(KINDS)), {
    state: () => [...shown.value],
    restore: (state) => (shown.value = new Set(state)),
  })

  return { shown, toggle }
})
