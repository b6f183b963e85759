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

  /** Those that are there, and what each is computed from. */
  const list = () =>
    (dataset.summary?.columns ?? []).flatMap(({ derived }) =>
      derived === undefined || derived.removed === true
        ? []
        : { of: derived.of, transform: derived.transform },
    )

  /** Computes and takes away columns until there are these; what is ticked stays. */
  async function become(wanted: ReturnType<typeof list>): Promise<void> {
    const data = dataset.summary
    if (data === null) return
    const isIn = (all: typeof wanted, one: (typeof wanted)[number]) =>
      all.some(({ of, transform }) => of === one.of && transform === one.transform)
    const surplus = data.columns.filter(
      ({ derived }) => derived !== undefined && derived.removed !== true && !isIn(wanted, derived),
    )
    try {
      let columns = data.columns
      for (const { index } of surplus)
        columns = await engines.engine().underive({ dataset: data.dataset, column: index })
      for (const { of, transform } of wanted.filter((one) => !isIn(list(), one)))
        columns = await engines.engine().derive({ dataset: data.dataset, column: of, transform })
      if (dataset.summary?.dataset === data.dataset) dataset.replaceColumns(columns)
    } catch (thrown) {
      notices.report(thrown)
    }
  }

  return { takeLog, remove, list, become }
})
