import { computed, type ComputedRef } from 'vue'
import type { DatasetSummary } from '../../../contract/views.ts'
import { useEngineStore } from '../../stores/engine.ts'
import { useLatest, type Latest } from '../../stores/latest.ts'
import { previewRows, rejectedRows, runsOf, type PreviewRow } from './preview-rows.ts'

const FIRST = 50
/** Cells that are fetched in one go at most, as long as there are some rows. */
const MOST_CELLS = 20_000
const MOST_REJECTED = 60
const GAP = 20

export interface Preview {
  first: Latest<PreviewRow[]>
  rejected: Latest<PreviewRow[]>
  /** Rows that `rejected` has, or is about to have. */
  wanted: ComputedRef<number[]>
}

/** The first rows of a file that was read, and the first of its rows with a rejected cell. */
export function usePreview(summary: () => DatasetSummary | null): Preview {
  const engines = useEngineStore()
  const read = async (dataset: string, from: number, count: number) =>
    previewRows(await engines.engine().rows({ dataset, from, count }))

  const shown = computed(summary)
  const wanted = computed(() => rejectedRows(shown.value?.columns ?? [], MOST_REJECTED))
  const first = useLatest(() => {
    if (shown.value === null) return null
    const { dataset, columns } = shown.value
    const count = Math.floor(MOST_CELLS / columns.length)
    return read(dataset, 0, Math.max(10, Math.min(FIRST, count)))
  })
  const rejected = useLatest(() => {
    if (shown.value === null) return null
    const { dataset } = shown.value
    const rows = new Set(wanted.value)
    return Promise.all(runsOf(wanted.value, GAP).map(({ from, count }) => read(dataset, from, count))).then(
      (runs) => runs.flat().filter(({ row }) => rows.has(row)),
    )
  })
  return { first, rejected, wanted }
}
