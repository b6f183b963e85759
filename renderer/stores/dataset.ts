import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { BeginHandover, FileGrant } from '../../contract/host.ts'
import type { DialectChoice } from '../../contract/schemas.ts'
import type { ColumnProfile, DatasetSummary, WorkProgress } from '../../contract/views.ts'
import { useEngineStore } from './engine.ts'
import { useNoticesStore } from './notices.ts'

export interface Source {
  id: { grant: string } | { sample: string }
  name: string
}

export interface Opening {
  name: string
  progress: WorkProgress | null
}

/** The data that is open, and the opening of the next. What is open stays open until the next has arrived whole. */
export const useDatasetStore = defineStore('dataset', () => {
  const engines = useEngineStore()
  const notices = useNoticesStore()
  const summary = shallowRef<DatasetSummary | null>(null)
  const source = shallowRef<Source | null>(null)
  const opening = shallowRef<Opening | null>(null)
  let chosenDialect: DialectChoice = {}
  let controller: AbortController | null = null

  const numericColumns = computed<ColumnProfile[]>(() =>
    (summary.value?.columns ?? []).filter((column) => column.min !== null),
  )

  async function open(from: Source, dialect: DialectChoice = {}): Promise<boolean> {
    const mine = begin(from.name)
    try {
      if (engines.state === 'connecting') await engines.settled()
      const opened = await engines.engine().open(
        { source: from.id, dialect },
        {
          signal: mine.signal,
          onProgress: (progress) => {
            if (controller === mine) opening.value = { name: from.name, progress }
          },
        },
      )
      if (controller !== mine) {
        release(opened)
        return false
      }
      if (summary.value !== null) release(summary.value)
      summary.value = opened
      source.value = from
      chosenDialect = dialect
      return true
    } catch (thrown) {
      if (controller === mine) notices.report(thrown)
      return false
    } finally {
      finish(mine)
    }
  }

  /** A file that the host may first have to copy: that is part of its opening, and an earlier one never overtakes it. */
  async function openFrom(take: (begin: BeginHandover) => Promise<FileGrant | null>): Promise<boolean> {
    let mine: AbortController | null = null
    const isStale = () => mine !== null && (controller !== mine || mine.signal.aborted)
    try {
      const file = await take((name) => {
        mine = begin(name)
        return mine.signal
      })
      return file !== null && !isStale() && (await openFile(file))
    } catch (thrown) {
      if (!isStale()) notices.report(thrown)
      return false
    } finally {
      finish(mine)
    }
  }

  function begin(name: string): AbortController {
    controller?.abort()
    controller = new AbortController()
    opening.value = { name, progress: null }
    notices.clear()
    return controller
  }

  function finish(mine: AbortController | null): void {
    if (mine === null || controller !== mine) return
    controller = null
    opening.value = null
  }

  const openFile = (file: FileGrant) => open({ id: { grant: file.grant }, name: file.name })

  /** The same file again, read with these choices besides those made before. */
  function reopen(dialect: DialectChoice = {}): Promise<boolean> {
    if (source.value === null) return Promise.resolve(false)
    return open(source.value, { ...chosenDialect, ...dialect })
  }

  /** The engine that held the data has died: nothing is open until it is opened again. */
  function forget(): void {
    summary.value = null
  }

  function cancel(): void {
    controller?.abort()
  }

  function release(held: DatasetSummary): void {
    engines
      .engine()
      .close({ dataset: held.dataset })
      .catch((thrown: unknown) => notices.report(thrown))
  }

  return { summary, source, opening, numericColumns, open, openFile, openFrom, reopen, forget, cancel }
})
