import { computed, shallowRef, watch } from 'vue'
import type { LeavingOutView } from '../../../contract/views.ts'
import { EngineError } from '../../../contract/errors.ts'
import { useEngineStore } from '../../stores/engine.ts'

/** What a person has asked of one restart of a fit: the answer goes when another restart is chosen. */
export function useLeavingOut(of: () => { fit: string; restart: string } | null) {
  const engines = useEngineStore()
  const answer = shallowRef<LeavingOutView | null>(null)
  const failure = shallowRef('')
  const asking = shallowRef<AbortController | null>(null)
  const key = computed(() => JSON.stringify(of()))

  function forget(): void {
    asking.value?.abort()
    asking.value = null
    answer.value = null
    failure.value = ''
  }
  watch(key, forget)

  async function ask(): Promise<void> {
    const which = of()
    if (which === null) return
    forget()
    const mine = new AbortController()
    asking.value = mine
    try {
      const found = await engines.engine().leavingOut(which, { signal: mine.signal })
      if (asking.value === mine) answer.value = found
    } catch (thrown) {
      if (asking.value === mine) failure.value = EngineError.from(thrown).message
    } finally {
      if (asking.value === mine) asking.value = null
    }
  }

  return { answer, failure, asking, ask, forget }
}
