import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { RecentView } from '../../contract/session-views.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { useNoticesStore } from './notices.ts'

/** Files opened and sessions saved last, on this machine and in every window. */
export const useRecentsStore = defineStore('recents', () => {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const notices = useNoticesStore()
  const list = shallowRef<RecentView[]>([])

  async function look(): Promise<void> {
    if (engines.state !== 'ready') return
    list.value = await engines
      .engine()
      .recents({})
      .catch(() => list.value)
  }

  async function open({ id }: RecentView): Promise<void> {
    try {
      await dataset.openFile(await engines.engine().openRecent({ id }))
    } catch (thrown) {
      notices.report(thrown)
    }
    await look()
  }

  /** One, or all where none is named. */
  async function forget(one?: RecentView): Promise<void> {
    await engines
      .engine()
      .forgetRecents(one === undefined ? {} : { id: one.id })
      .catch(notices.report)
    await look()
  }

  watch([() => engines.state, () => dataset.summary], () => void look(), { immediate: true })

  return { list, look, open, forget }
})
