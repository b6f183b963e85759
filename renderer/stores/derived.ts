import { defineStore } from 'pinia'
import type { ColumnProfile } from '../../contract/views.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { useNoticesStore } from './notices.ts'
import { useSettingsStore } from './settings.ts'

/** Columns computed from others: made, ticked in the place of their sources, and taken away again. */
export const useDerivedStore = defineStore('derived', () => {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const settings = useSettingsStore()
  const notices = useNoticesStore()

  /** Resolves with the column of logarithms; null where there is none, and a notice says why. */
  async function takeLog(column: number): Promise<ColumnProfile | null> {
    const data = dataset.summary
    if (data === null) return null
    try {
      const asked = { dataset: data.dataset, column, transform: 'log' as const }
      const columns = await engines.engine().derive(asked)
      if (dataset.summary?.dataset !== data.dataset) return null
      const made = columns.find(({ derived }) => derived?.of === column && derived.transform === 'log')
      dataset.replaceColumns(columns)
      if (made !== undefined) settings.replaceTick(column, made.index)
      return made ?? null
    } catch (thrown) {
      notices.report(thrown)
      return null
    }
  }

  /** Its source is ticked in its place. */
  async function remove({ index, derived }: ColumnProfile): Promise<void> {
    const data = dataset.summary
    if (data === null || derived === undefined) return
    try {
      const columns = await engines.engine().underive({ dataset: data.dataset, column: index })
      if (dataset.summary?.dataset !== data.dataset) return
      settings.replaceTick(index, derived.of)
      dataset.replaceColumns(columns)
    } catch (thrown) {
      notices.report(thrown)
    }
  }

  return { takeLog, remove }
})
