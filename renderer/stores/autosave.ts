import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { RecoverableView } from '../../contract/session-views.ts'
import { EngineError } from '../../contract/errors.ts'
import { say } from '../../contract/words/say.ts'
import { describePickedUp } from '../format/picked-up.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { useFitStore } from './fit.ts'
import { useNoticesStore } from './notices.ts'
import { useSessionPartsStore } from './session-parts.ts'
import { claimWindowId } from './window-id.ts'

const LEAST_PAUSE = 1_500
/** After one that failed, though nothing changes: a disk that was full has room again, a drive is back. */
const RETRY = 15_000
/** Saving takes at most so much of the time. */
const SHARE = 1 / 20

/**
 * Keeps what is open every few seconds and after each fit, so that it can be brought back after anything that ends the engine,
 * the page or the program. Of a fit that runs the restarts that have ended are kept; until one has, the fit before it is.
 */
export const useAutosaveStore = defineStore('autosave', () => {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const fit = useFitStore()
  const notices = useNoticesStore()
  const parts = useSessionPartsStore()
  const claimed = claimWindowId()
  /** Null until it is this window's alone. */
  const own = shallowRef<string | null>(null)
  /** Work that can be picked up; null until it has been asked for. */
  const recoverable = shallowRef<RecoverableView[] | null>(null)
  /** Whether all that is open is kept; null where nothing can be. */
  const kept = shallowRef<boolean | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let due = 0
  let pause = LEAST_PAUSE
  let failed = false
  /** Picked up here: let go once what is open is kept for this window. */
  const replaced = new Set<string>()

  const isRunning = computed(() => fit.running !== null)
  /** Restarts that have ended of a fit that runs; 0 where none runs. */
  const ended = computed(() => (isRunning.value ? fit.finished.length : 0))
  const lastEnded = shallowRef<string | null>(null)
  const fitKept = computed(() => {
    if (!isRunning.value) return fit.summary?.fit
    return (ended.value > 0 ? fit.shown?.fit : lastEnded.value) ?? undefined
  })

  /** What would be kept now; null where that is nothing new. */
  const wanted = computed(() => {
    const data = dataset.summary
    if (own.value === null || data === null || engines.state !== 'ready') return null
    const fits = fitKept.value === undefined ? [] : [fitKept.value]
    return { window: own.value, dataset: data.dataset, fits, view: parts.state() }
  })

  void claimed.then((id) => (own.value = id))

  watch([wanted, ended], ([now]) => {
    kept.value = now === null ? null : false
    if (now === null) clear()
    else if (timer === undefined) saveIn(pause)
    // Timers of a page out of sight may come once a minute.
    else if (performance.now() >= due) void save()
  })
  watch(
    () => dataset.summary?.dataset,
    () => (lastEnded.value = null),
  )
  watch(
    () => fit.summary,
    (summary) => {
      if (summary === null) return
      lastEnded.value = summary.fit
      if (wanted.value !== null) kept.value = false
      void save()
    },
    { flush: 'post' },
  )

  function saveIn(milliseconds: number): void {
    due = performance.now() + milliseconds
    timer = setTimeout(() => void save(), milliseconds)
  }

  function clear(): void {
    clearTimeout(timer)
    timer = undefined
  }

  async function save(): Promise<void> {
    clear()
    const now = wanted.value
    if (now === null) return
    const [endedThen, summaryThen] = [ended.value, fit.summary]
    const began = performance.now()
    try {
      await engines.engine().autosave(now)
      failed = false
      for (const id of replaced) void letGo(id)
      if (wanted.value === now && ended.value === endedThen && fit.summary === summaryThen) kept.value = true
    } catch (thrown) {
      const error = EngineError.from(thrown)
      // Another file is open by now, or the engine is gone.
      if (error.code === 'unknown-id' || error.code === 'engine-died') return
      if (timer === undefined) saveIn(Math.max(RETRY, (performance.now() - began) / SHARE))
      if (!failed) report(error)
      failed = true
    }
    pause = Math.max(LEAST_PAUSE, (performance.now() - began) / SHARE)
  }

  function report({ code, message }: EngineError): void {
    notices.report(
      new EngineError(
        code,
        say('What is open could not be kept for a crash: {error}', { error: message }),
        say('It is tried again from time to time. Save the session to keep what is open.'),
      ),
    )
  }

  async function look(): Promise<void> {
    const window = await claimed
    recoverable.value = await engines
      .engine()
      .recoverable({ window })
      .catch(() => [])
  }

  /** Resolves with whether it is open again. */
  async function pickUp(one: RecoverableView): Promise<boolean> {
    const { grant, file, id } = one
    const opened = await dataset.open({ id: { session: grant, kept: true }, name: file })
    if (!opened) return false
    const summary = dataset.current?.session?.fits.at(-1)?.summary
    const goOn = { label: say('Run the rest'), act: () => void fit.extend({ kind: 'rest' }) }
    notices.done(describePickedUp(one, summary), summary?.interrupted === true ? goOn : null)
    if (id !== own.value) replaced.add(id)
    return true
  }

  /** What this window had open, in a new engine; false where nothing was kept of it. */
  async function pickUpOwn(): Promise<boolean> {
    await look()
    const mine = recoverable.value?.find(({ id }) => id === own.value)
    return mine === undefined ? false : await pickUp(mine)
  }

  async function letGo(id: string): Promise<void> {
    replaced.delete(id)
    recoverable.value = recoverable.value?.filter((one) => one.id !== id) ?? null
    await engines.engine().forgetAutosave({ window: id }).catch(notices.report)
  }

  return { recoverable, kept, look, pickUp, pickUpOwn, letGo }
})
