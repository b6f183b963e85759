import { defineStore } from 'pinia'
import { computed, nextTick, shallowRef, watch } from 'vue'
import type { TargetGrant } from '../../contract/host.ts'
import { say } from '../../contract/words/say.ts'
import { sessionName } from '../format/export-words.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { useFitStore } from './fit.ts'
import { useHistoryStore } from './history.ts'
import { useNoticesStore } from './notices.ts'
import { useRatioTestStore } from './ratio-test.ts'
import type { Reading } from './reading.ts'
import { partWords } from './session-part-words.ts'
import { useSessionPartsStore } from './session-parts.ts'
import { useStabilityStore } from './stability.ts'
import { useWritingStore } from './writing.ts'

/** Sessions: everything on the screen but the rows of the data, in a file. */
export const useSessionStore = defineStore('session', () => {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const fit = useFitStore()
  const notices = useNoticesStore()
  const parts = useSessionPartsStore()
  const history = useHistoryStore()
  const writing = useWritingStore()
  // What was found by replicates is of one fit: it is not to wait until another is there.
  useStabilityStore()
  useRatioTestStore()
  /** Where the session of what is open was saved; null where it has not been. */
  const target = shallowRef<TargetGrant | null>(null)
  /** Name of the session's file. */
  const file = shallowRef<string | null>(null)

  const name = computed(() => file.value ?? sessionName(dataset.summary?.file ?? 'data.csv'))
  /** Why what is open cannot be saved now; null where it can. */
  const whyNot = computed(() =>
    dataset.summary === null
      ? say('Nothing is open.')
      : fit.running === null
        ? null
        : say('Wait until the fit has ended.'),
  )

  watch(
    () => dataset.current,
    (now, before) => {
      // Columns or roles of what is open have changed, and nothing else.
      if (now !== null && now.summary.dataset === before?.summary.dataset) return
      target.value = null
      file.value = now?.session?.file ?? null
      if (now !== null) void bringBack(now)
    },
  )

  async function bringBack(reading: Reading): Promise<void> {
    const { session } = reading
    if (session === undefined) return
    // The panels start anew with the data first.
    await nextTick()
    if (dataset.current !== reading) return
    for (const { summary, traces } of session.fits) fit.restore(summary, traces)
    const failed = parts.restore(session.view)
    history.beginHere()
    if (failed.length > 0)
      notices.done(
        say('The session was opened; of how it looked, {parts} could not be brought back.', {
          parts: failed.map(partWords).join(', '),
        }),
      )
  }

  /** Writes where it was written before; `anew` asks where to. */
  async function save(anew = false): Promise<void> {
    const data = dataset.summary
    if (data === null) return
    if (whyNot.value !== null)
      return notices.say(say('The session was not saved. {reason}', { reason: whyNot.value }))
    await writing.run(async () => {
      const known = anew ? null : target.value
      const to = known ?? (await engines.host().chooseTarget(name.value, 'basin'))
      if (to === null) return null
      writing.begin()
      const fits = fit.summary === null ? [] : [fit.summary.fit]
      const asked = { dataset: data.dataset, fits, view: parts.state(), target: to.target }
      const written = await engines.engine().saveSession(asked)
      await engines.host().deliver(to)
      if (dataset.summary === data) {
        target.value = to
        file.value = written.file
      }
      return say('Saved the session {session}. It holds no rows: keep {data} beside it.', {
        session: written.file,
        data: data.file,
      })
    })
  }

  return { file, whyNot, save }
})
