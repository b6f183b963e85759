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
  /** Those that have ended, in the order in which they did. */
  const ended = shallowRef<ReadonlyMap<string, View>>(new Map())
  /** What the call under way is about. */
  const running = shallowRef<string | null>(null)
  const stopping = shallowRef(false)
  let controller: AbortController | null = null

  function forgetOne(key: string): void {
    views.value = without(views.value, key)
    ended.value = without(ended.value, key)
  }

  async function run(key: string, ask: (asking: Asking<View>) => Promise<View>): Promise<void> {
    if (controller !== null) return
    const mine = new AbortController()
    controller = mine
    running.value = key
    forgetOne(key)
    const take = (view: View) => {
      if (controller === mine) views.value = new Map(views.value).set(key, view)
    }
    try {
      const view = await ask({ signal: mine.signal, onProgress: take })
      take(view)
      if (controller === mine) ended.value = new Map(ended.value).set(key, view)
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
    bringBack([])
  }

  /** Views that ended elsewhere, in the place of all that are here. */
  function bringBack(found: readonly (readonly [string, View])[]): void {
    views.value = new Map(found)
    ended.value = new Map(found)
  }

  return { views, ended, running, stopping, run, stop, clear, bringBack }
}

function without<View>(views: ReadonlyMap<string, View>, key: string): Map<string, View> {
  const left = new Map(views)
  left.delete(key)
  return left
}
