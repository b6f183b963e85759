import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { EngineError } from '../../contract/errors.ts'
import { useDatasetStore } from '../stores/dataset.ts'
import { useEngineStore } from '../stores/engine.ts'

/** A row as the file has it. */
export interface ListedRow {
  /** Line of the file on which it begins, from 1. */
  line: number
  /** Text of every column. */
  cells: readonly string[]
}

export interface ListedRows {
  /** Those that have come, by their index in the file. */
  rows: Readonly<ShallowRef<ReadonlyMap<number, ListedRow>>>
  failure: Readonly<ShallowRef<EngineError | null>>
}

/** Rows of the file that stand anywhere in it, each read once while the calling scope lives. */
export function useListedRows(wanted: () => readonly number[]): ListedRows {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const rows = shallowRef<ReadonlyMap<number, ListedRow>>(new Map())
  const failure = shallowRef<EngineError | null>(null)
  const asked = new Set<number>()
  let live = true

  async function read(row: number, id: string): Promise<void> {
    const { cells, lines } = await engines.engine().rows({ dataset: id, from: row, count: 1 })
    if (live) rows.value = new Map(rows.value).set(row, { line: lines[0] ?? NaN, cells: cells[0] ?? [] })
  }

  watch(
    wanted,
    (now) => {
      const id = dataset.summary?.dataset
      if (id === undefined) return
      for (const row of now) {
        if (asked.has(row)) continue
        asked.add(row)
        read(row, id).catch((thrown: unknown) => {
          asked.delete(row)
          failure.value = EngineError.from(thrown)
        })
      }
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    live = false
  })
  return { rows, failure }
}
