import { defineStore } from 'pinia'
import * as v from 'valibot'
import { computed, shallowRef } from 'vue'
import { LIMITS } from '../../contract/limits.ts'
import type { KnownView } from '../../contract/views.ts'
import { useDatasetStore } from './dataset.ts'
import { useFitStore } from './fit.ts'
import { useLatest, type Latest } from './latest.ts'
import { useMergingStore } from './merging.ts'
import { useResultsStore } from './results.ts'
import { roleOf } from './roles.ts'
import { useSelectionStore } from './selection.ts'
import { useSessionPartsStore } from './session-parts.ts'

/** The column that says what rows are: the one whose role that is, unless another is chosen. */
export const useKnownStore = defineStore('known', () => {
  const dataset = useDatasetStore()
  const chosen = shallowRef<{ dataset: string; column: number } | null>(null)

  /** Columns with few enough values: the known label first, then texts, then numbers. */
  const columns = computed(() =>
    dataset.columns
      .filter(({ distinct }) => distinct >= 2 && distinct <= LIMITS.components)
      .toSorted((a, b) => rankOf(a) - rankOf(b)),
  )
  const isLabel = (index: number) => {
    const profile = dataset.columns.find((column) => column.index === index)
    return profile !== undefined && roleOf(profile, dataset.roles) === 'label'
  }
  const rankOf = ({ index, min }: { index: number; min: number | null }) =>
    isLabel(index) ? 0 : min === null ? 1 : 2

  /** Null where neither a role nor a person says which. */
  const column = computed<number | null>(() => {
    const own = chosen.value?.dataset === dataset.summary?.dataset ? chosen.value?.column : undefined
    const wanted = own ?? columns.value.find(({ index }) => isLabel(index))?.index
    return columns.value.some(({ index }) => index === wanted) ? (wanted ?? null) : null
  })
  const name = computed(() => columns.value.find(({ index }) => index === column.value)?.name ?? '')

  function choose(index: number): void {
    chosen.value = { dataset: dataset.summary?.dataset ?? '', column: index }
  }

  useSessionPartsStore().add('known label', v.object({ column: v.nullable(v.number()) }), {
    state: () => ({ column: column.value }),
    restore(state) {
      if (state.column !== null) choose(state.column)
    },
  })

  return { columns, column, name, isLabel, choose }
})

/** The clusters of the restart on the screen beside a column, merged where they are; asked for only while somebody wants it. */
export function useKnown(column: () => number | null): Latest<KnownView> {
  const fit = useFitStore()
  const merging = useMergingStore()
  const results = useResultsStore()
  const selection = useSelectionStore()
  return useLatest(() => {
    const [wanted, restart] = [column(), selection.withModel?.id]
    if (wanted === null || restart === undefined || fit.shown === null) return null
    return results.known(restart, wanted, merging.inUse(restart))
  })
}
