import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { RecoverableView } from '../../contract/session-views.ts'
import { EngineError } from '../../contract/errors.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { useFitStore } from './fit.ts'
import { useNoticesStore } from './notices.ts'
import { useSessionPartsStore } from './session-parts.ts'

const KEY = 'basin-window'
const LEAST_PAUSE = 1_500
/** Saving takes at most so much of the time. */
const SHARE = 1 / 20

/**
 * Keeps what is open every few seconds and after each fit, so that it can be brought back after anything that ends the engine,
 * the page or the program. While a fit runs, what was kept before it stays.
 */
export const useAutosaveStore = defineStore('autosave', () => {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const fit = useFitStore()
  const notices = useNoticesStore()
  const parts = useSessionPartsStore()
  /** Known to this window alone, and again after it was loaded anew. */
  const own = windowId()
  /** Work that can be picked up; null until it has been asked for. */
  const recoverable = shallowRef<RecoverableView[] | null>(null)
  /** Whether all that is open is kept; null where nothing can be. */
  const kept = shallowRef<boolean | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = LEAST_PAUSE
  let failed = false

  /** What would be kept now; null where that is nothing new. */
  const wanted = computed(() => {
    const data = dataset.summary
    if (data === null || fit.running !== null || engines.state !== 'ready') return null
    const fits = fit.summary === null ? [] : [fit.summary.fit]
    return { window: own, dataset: data.dataset, fits, view: parts.state() }
  })

  watch(wanted, (now) => {
    clearTimeout(timer)
    kept.value = now === null ? null : false
    if (now !== null) timer = setTimeout(() => void save(), pause)
  })
  watch(
    () => fit.summary,
    (ended) => {
      if (ended !== null) void save()
    },
    { flush: 'post' },
  )

  async function save(): Promise<void> {
    clearTimeout(timer)
    const now = wanted.value
    if (now === null) return
    const began = performance.now()
    try {
      await engines.engine().autosave(now)
      failed = false
      if (wanted.value === now) kept.value = true
    } catch (thrown) {
      const error = EngineError.from(thrown)
      // Another file is open by now, or the engine is gone.
      if (error.code === 'unknown-id' || error.code === 'engine-died' || failed) return
      failed = true
      notices.report(
        new EngineError(
          error.code,
          `What is open could not be kept for a crash: ${error.message}`,
          error.remedy,
        ),
      )
    }
    pause = Math.max(LEAST_PAUSE, (performance.now() - began) / SHARE)
  }

  async function look(): Promise<void> {
    recoverable.value = await engines
      .engine()
      .recoverable({ window: own })
      .catch(() => [])
  }

  /** Resolves with whether it is open again. */
  async function pickUp({ grant, file, id }: RecoverableView): Promise<boolean> {
    const opened = await dataset.open({ id: { session: grant, kept: true }, name: file })
    if (opened && id !== own) await letGo(id)
    return opened
  }

  /** What this window had open, in a new engine; false where nothing was kept of it. */
  async function pickUpOwn(): Promise<boolean> {
    await look()
    const mine = recoverable.value?.find(({ id }) => id === own)
    return mine === undefined ? false : await pickUp(mine)
  }

  async function letGo(id: string): Promise<void> {
    recoverable.value = recoverable.value?.filter((one) => one.id !== id) ?? null
    await engines.engine().forgetAutosave({ window: id }).catch(notices.report)
  }

  return { recoverable, kept, look, pickUp, pickUpOwn, letGo }
})

function windowId(): string {
  const known = sessionStorage.getItem(KEY)
  if (known !== null) return known
  const fresh = crypto.randomUUID()
  sessionStorage.setItem(KEY, fresh)
  return fresh
}
