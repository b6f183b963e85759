import { computed, type ComputedRef } from 'vue'
import type { DatasetSummary } from '../../../contract/views.ts'
import { LIMITS } from '../../../contract/limits.ts'
import { useEngineStore } from '../../stores/engine.ts'
import { useNoticesStore } from '../../stores/notices.ts'
import { useRowsStore } from '../../stores/rows.ts'
import { createPages, type Pages } from '../../grid/pages.ts'
import { rowsOf, type TableRow } from './cell-look.ts'
import { runsOf } from './row-runs.ts'

/** Cells of one page of rows: a table of thousands of columns comes in pages of few rows. */
const PAGE_CELLS = 20_000
/** Chosen rows may lie far apart, and each then takes a call of its own. */
const PAGE_OF_CHOSEN = 50
/** Rows that are read with their neighbours rather than on their own. */
const NEAR = 8

interface TableRows {
  pages: ComputedRef<Pages<TableRow>>
  size(): number
  /** The row of the file at a place of the table. */
  rowAt(place: number): number
  /** The place of the next selected row down (1) or up (−1) from a place, round the end. */
  next(place: number, by: 1 | -1): number | null
}

/** What a table shows, by the places in it: all rows of the file, or the selected ones where only these are wanted. */
export function useTableRows(summary: DatasetSummary, onlySelected: () => boolean): TableRows {
  const engines = useEngineStore()
  const notices = useNoticesStore()
  const selected = useRowsStore()
  const pageRows = Math.max(10, Math.min(200, Math.floor(PAGE_CELLS / summary.columns.length)))
  const report = (thrown: unknown) => notices.report(thrown)
  const list = computed(() => (onlySelected() && selected.count > 0 ? selected.list() : null))

  const read = async (from: number, count: number) =>
    rowsOf(await engines.engine().rows({ dataset: summary.dataset, from, count }))

  async function readChosen(chosen: Uint32Array): Promise<TableRow[]> {
    const runs = runsOf(chosen, NEAR, LIMITS.tableRows)
    const taken = await Promise.all(runs.map(({ from, count }) => read(from, count)))
    const known = new Map(runs.flatMap(({ from }, at) => (taken[at] ?? []).map((row, i) => [from + i, row])))
    return Array.from(chosen, (row) => known.get(row) ?? { cells: [], values: new Float64Array() })
  }

  const pages = computed(() => {
    const chosen = list.value
    if (chosen === null) return createPages(summary.rows, read, report, { pageRows })
    const some = (from: number, count: number) => readChosen(chosen.subarray(from, from + count))
    return createPages(chosen.length, some, report, { pageRows: Math.min(PAGE_OF_CHOSEN, pageRows) })
  })
  const size = () => list.value?.length ?? summary.rows
  const next = (place: number, by: 1 | -1) =>
    list.value === null ? selected.next(place, by) : (place + by + size()) % size()

  return { pages, size, rowAt: (place) => list.value?.[place] ?? place, next }
}
