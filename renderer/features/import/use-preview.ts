import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { DatasetSummary } from '../../../contract/views.ts'
import { useEngineStore } from '../../stores/engine.ts'
import { useLatest, type Latest } from '../../stores/latest.ts'
import { rowAtLine } from './row-at-line.ts'
import { previewRows, rejectedRows, runsOf, type PreviewRow } from './preview-rows.ts'

const FIRST = 50
/** Cells that are fetched in one go at most, as long as there are some rows. */
const MOST_CELLS = 20_000
const MOST_REJECTED = 60
const GAP = 20
/** Rows shown above the one that is led to. */
const BEFORE = 5

export interface Preview {
  first: Latest<PreviewRow[]>
  rejected: Latest<PreviewRow[]>
  /** Brings the row that holds a line of the file among the rows shown, and gives that row. */
  showLine(line: number): Promise<number>
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
  const from = shallowRef(0)
  watch(shown, () => (from.value = 0), { flush: 'sync' })
  const first = useLatest(() => {
    if (shown.value === null) return null
    const { dataset, columns } = shown.value
    const count = Math.floor(MOST_CELLS / columns.length)
    return read(dataset, from.value, Math.max(10, Math.min(FIRST, count)))
  })
  const rejected = useLatest(() => {
    if (shown.value === null) return null
    const { dataset } = shown.value
    const rows = new Set(wanted.value)
    return Promise.all(runsOf(wanted.value, GAP).map(({ from, count }) => read(dataset, from, count))).then(
      (runs) => runs.flat().filter(({ row }) => rows.has(row)),
    )
  })

  async function showLine(line: number): Promise<number> {
    const now = shown.value
    if (now === null) return 0
    const lineOf = async (row: number) => (await read(now.dataset, row, 1))[0]?.line ?? 0
    const row = await rowAtLine(line, now.rows, lineOf)
    const isThere = first.value.value?.some((each) => each.row === row) === true
    if (!isThere && shown.value === now) from.value = Math.max(0, row - BEFORE)
    return row
  }

  return { first, rejected, wanted, showLine }
}
