import { defineStore } from 'pinia'
import { computed } from 'vue'
import type { FitSummary } from '../../contract/views.ts'
import { say } from '../../contract/words/say.ts'
import { useEngineStore } from './engine.ts'
import { useFitStore } from './fit.ts'
import { useNoticesStore } from './notices.ts'
import { useSelectionStore } from './selection.ts'

/** Restarts of the fit on the screen that were removed by hand: the engine keeps them, and sums the fit up without them. */
export const useRemovalStore = defineStore('removal', () => {
  const engines = useEngineStore()
  const fit = useFitStore()
  const notices = useNoticesStore()
  const selection = useSelectionStore()
  let last: Promise<unknown> | null = null

  const ids = computed(() => fit.removed.map(({ id }) => id))
  /** Why none can be removed or brought back now; null where they can. */
  const held = computed(() =>
    fit.running !== null
      ? say('Wait until the fit has ended.')
      : fit.summary === null
        ? say('There is no fit that has ended.')
        : null,
  )

  /** One after the other, each on what the one before has left. Resolves with whether the fit on the screen is so then; what fails is said. */
  function change(wanted: () => readonly string[]): Promise<boolean> {
    const changed = Promise.resolve(last).then(async () => {
      const { summary } = fit
      if (summary === null) return false
      try {
        return take(await engines.engine().remove({ fit: summary.fit, restarts: [...wanted()] }))
      } catch (thrown) {
        notices.report(thrown)
        return false
      }
    })
    last = changed
    void changed.then(() => {
      if (last === changed) last = null
    })
    return changed
  }

  /** The restart on the screen leaves its place before it goes: what has none on the screen looks for one by itself. */
  function take(amended: FitSummary): boolean {
    const next = selection.beside(new Set(amended.removed.map(({ id }) => id)))
    if (next !== null && fit.shown?.fit === amended.fit) selection.choose(next)
    return fit.amend(amended)
  }

  /** What the engine has been asked for and not answered; null where there is nothing. */
  const underway = (): Promise<unknown> | null => last

  /** Exactly these are removed then. */
  const become = async (wanted: readonly string[]): Promise<void> => void (await change(() => wanted))
  const remove = (more: readonly string[]): Promise<boolean> =>
    change(() => [...new Set([...ids.value, ...more])])

  /** Why these cannot be removed; null where they can. */
  function whyNot(restarts: readonly string[]): string | null {
    if (held.value !== null) return held.value
    if (restarts.length === 0) return say('There is no restart to remove.')
    const gone = new Set(restarts)
    return fit.restarts.some(({ id, solution }) => solution !== null && !gone.has(id))
      ? null
      : say('The last restart with a model stays: without it nothing would be left to show.')
  }

  return { ids, held, whyNot, underway, remove, become }
})
