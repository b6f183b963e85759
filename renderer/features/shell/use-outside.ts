import { onScopeDispose, watch } from 'vue'
import { useDatasetStore } from '../../stores/dataset.ts'
import { useEngineStore } from '../../stores/engine.ts'
import { useFitStore } from '../../stores/fit.ts'
import { usePaced } from '../../stores/paced.ts'
import { usePreferencesStore } from '../../stores/preferences.ts'
import { useUpdatesStore } from '../../stores/updates.ts'
import { useMenuFacts } from './menu-facts.ts'
import { planEnd, planState } from './page-state.ts'

const PACE = 250

/** What the system shows of Basin outside the page: progress, what the menu can do, the end of a long fit, a question before closing. */
export function useOutside(): void {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const fit = useFitStore()
  const preferences = usePreferencesStore()
  useUpdatesStore()
  const menu = useMenuFacts()
  const look = () =>
    planState({
      file: dataset.summary?.file ?? null,
      opening: dataset.opening !== null,
      running: fit.running,
      asks: preferences.current.askBeforeClosing,
      theme: preferences.current.theme,
      menu: menu(),
    })
  watch(usePaced(look, PACE), (now) => engines.host().show(now))

  let began = 0
  let before = fit.summary
  watch(
    () => fit.running !== null,
    (runs) => {
      if (runs) {
        began = performance.now()
        before = fit.summary
        // A window that is closed in the next moment asks, too.
        engines.host().show(look())
      } else if (fit.summary !== null && fit.summary !== before) tellEnd(performance.now() - began)
    },
    { flush: 'sync' },
  )

  function tellEnd(milliseconds: number): void {
    const { summary } = fit
    if (summary === null || dataset.summary === null) return
    if (!preferences.current.notify) return
    const { restarts, solutions, stopped } = summary
    const told = planEnd(dataset.summary.file, milliseconds, {
      restarts: restarts.length,
      solutions: solutions.length,
      stopped,
    })
    if (told !== null) engines.host().notify(told.title, told.text)
  }

  // A desktop system asks in its own window, and would not close one that a page holds back.
  const ask = (event: BeforeUnloadEvent) => {
    if (engines.host().kind === 'local' && look().closing !== null) event.preventDefault()
  }
  window.addEventListener('beforeunload', ask)
  onScopeDispose(() => window.removeEventListener('beforeunload', ask))
}
