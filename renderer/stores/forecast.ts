import { defineStore } from 'pinia'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import type { FitSettings } from '../../contract/schemas.ts'
import type { ForecastView } from '../../contract/views.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { useFitStore } from './fit.ts'
import { useSettingsStore } from './settings.ts'

const STILL_MILLISECONDS = 300

/** What is known of the fit that Run would begin. The latest settings win; nothing waits for it. */
export const useForecastStore = defineStore('forecast', () => {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const settings = useSettingsStore()
  const fit = useFitStore()
  /** Of the settings as they are; of those before while it is made anew. Null where none can be made. */
  const view = shallowRef<ForecastView | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let call: AbortController | null = null

  const asked = computed(() => {
    const id = dataset.summary?.dataset
    if (id === undefined || settings.settings === null || engines.state !== 'ready') return null
    return { dataset: id, settings: settings.settings }
  })

  function drop(): void {
    clearTimeout(timer)
    call?.abort()
    call = null
  }

  async function ask(input: { dataset: string; settings: FitSettings }): Promise<void> {
    const mine = (call = new AbortController())
    try {
      const made = await engines.engine().forecast(input, { signal: mine.signal })
      if (call === mine) view.value = made
    } catch {
      // What keeps a forecast from being made keeps Run from beginning, and is said there.
      if (call === mine) view.value = null
    }
  }

  watch(
    () => [asked.value, fit.running !== null] as const,
    ([input, running], before) => {
      drop()
      if (input?.dataset !== before?.[0]?.dataset) view.value = null
      if (input === null) view.value = null
      else if (!running) timer = setTimeout(() => void ask(input), STILL_MILLISECONDS)
    },
    { immediate: true },
  )
  onScopeDispose(drop)

  return { view }
})
