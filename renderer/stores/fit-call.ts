import { shallowRef } from 'vue'
import type { FitProgress, FitSummary } from '../../contract/views.ts'
import { useNoticesStore } from './notices.ts'
import { createRespite } from './respite.ts'

export type RunningFit = Pick<
  FitProgress,
  'done' | 'total' | 'stage' | 'tried' | 'toTry' | 'seconds' | 'secondsLeft' | 'leader'
>

/** What the engine is asked with: it stops early when the signal says so, and tells how far it is. */
interface Asking {
  signal: AbortSignal
  onProgress: (progress: FitProgress) => void
}

const BEFORE: RunningFit = {
  done: 0,
  total: 0,
  stage: 'restarts',
  tried: 0,
  toTry: 0,
  seconds: 0,
  secondsLeft: null,
  leader: null,
}

/** The one call that runs restarts, as far as it is. Once abandoned, nothing of it is heard again. */
export function useFitCall() {
  const notices = useNoticesStore()
  const running = shallowRef<RunningFit | null>(null)
  const stopping = shallowRef(false)
  let controller: AbortController | null = null

  /** Hands over what it tells and what it ends with; `failed` once the error has been reported. */
  async function follow(
    ask: (asking: Asking) => Promise<FitSummary>,
    take: (progress: FitProgress) => void,
    settle: (ended: FitSummary) => void,
  ): Promise<'ended' | 'failed' | 'superseded'> {
    const mine = new AbortController()
    controller = mine
    stopping.value = false
    notices.clear()
    running.value = BEFORE
    const arrived: FitProgress[] = []
    const shown = createRespite(() => {
      if (controller !== mine) return
      for (const progress of arrived.splice(0)) {
        take(progress)
        running.value = progress
      }
    })
    const onProgress = (progress: FitProgress) => {
      arrived.push(progress)
      shown.ask()
    }
    try {
      const ended = await ask({ signal: mine.signal, onProgress })
      if (controller !== mine) return 'superseded'
      shown.finish()
      settle(ended)
      return 'ended'
    } catch (thrown) {
      if (controller !== mine) return 'superseded'
      notices.report(thrown)
      return 'failed'
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

  function abandon(): void {
    controller?.abort()
    release()
  }

  return { running, stopping, follow, stop, abandon }
}
