import { shallowRef } from 'vue'
import { useNoticesStore } from './notices.ts'

interface Asking<View> {
  signal: AbortSignal
  onProgress: (view: View) => void
}

/**
 * Views of work that goes replicate by replicate, by what it is about, and the one call that fills one of them: as far as it is, then
 * as it ended. Once cleared, nothing of it is heard again.
 */
export function useReplicatesCall<View>() {
  const notices = useNoticesStore()
  const views = shallowRef<ReadonlyMap<string, View>>(new Map())
  /** What the call under way is about. */
  const running = shallowRef<string | null>(null)
  const stopping = shallowRef(false)
  let controller: AbortController | null = null

  function keep(key: string, view: View): void {
    views.value = new Map(views.value).set(key, view)
  }

  function forgetOne(key: string): void {
    const left = new Map(views.value)
    left.delete(key)
    views.value = left
  }

  async function run(key: string, ask: (asking: Asking<View>) => Promise<View>): Promise<void> {
    if (controller !== null) return
    const mine = new AbortController()
    controller = mine
    running.value = key
    forgetOne(key)
    const take = (view: View) => {
      if (controller === mine) keep(key, view)
    }
    try {
      take(await ask({ signal: mine.signal, onProgress: take }))
    } catch (thrown) {
      if (controller === mine && !mine.signal.aborted) notices.report(thrown)
    } finally {
      if (controller === mine) release()
    }
  }

  function release(): void {
    controller = null
    running.value = null
    stopping.value = false
  }

  function stop(): void {
    if (controller === null || stopping.value) return
    stopping.value = true
    controller.abort()
  }

  function clear(): void {
    controller?.abort()
    release()
    views.value = new Map()
  }

  return { views, running, stopping, run, stop, clear }
}
