import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { say } from '../../contract/words/say.ts'
import { useEngineStore } from './engine.ts'
import { useNoticesStore } from './notices.ts'
import { usePreferencesStore } from './preferences.ts'

/** Newer versions of the program: the host looks for them only as long as the person’s kept preference says so. */
export const useUpdatesStore = defineStore('updates', () => {
  const engines = useEngineStore()
  const notices = useNoticesStore()
  const preferences = usePreferencesStore()
  const possible = shallowRef(false)
  let release: (() => void) | null = null
  onScopeDispose(() => release?.())

  watch(
    () => (preferences.known ? preferences.current.updates : null),
    async (allowed) => {
      if (allowed === null) return
      release ??= engines.host().onUpdateReady(tellReady)
      possible.value = await engines
        .host()
        .allowUpdates(allowed)
        .catch(() => false)
    },
    { immediate: true },
  )

  function tellReady(version: string): void {
    notices.done(
      say('Basin {version} is ready. It is there when Basin is closed and started again.', { version }),
    )
  }

  return { possible }
})
