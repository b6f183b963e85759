import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { THEMES, USUAL, type Preferences } from '../../contract/preferences.ts'
import { chosenLanguage, keepLanguage } from '../language.ts'
import { useEngineStore } from './engine.ts'
import { useNoticesStore } from './notices.ts'

const CHANNEL = 'basin-preferences'
const THEME = 'basin-theme'

/** What the person prefers, on this machine and in every window: kept by the engine, never by a session. */
export const usePreferencesStore = defineStore('preferences', () => {
  const engines = useEngineStore()
  const notices = useNoticesStore()
  const current = shallowRef<Readonly<Preferences>>({
    ...USUAL,
    theme: lastTheme(),
    language: chosenLanguage(),
  })
  const others = new BroadcastChannel(CHANNEL)
  /** Whether `current` is what was kept, and not only what is usual. */
  const known = shallowRef(false)
  let changes = 0

  others.onmessage = () => void read()
  onScopeDispose(() => others.close())
  watch(
    () => engines.state === 'ready',
    (ready) => {
      if (ready) void read()
    },
    { immediate: true },
  )
  watch(
    () => current.value.theme,
    (theme) => localStorage.setItem(THEME, theme),
  )
  watch(() => current.value.language, keepLanguage)

  async function read(): Promise<void> {
    const before = changes
    const kept = await engines
      .engine()
      .preferences({})
      .catch(() => null)
    if (kept === null || changes !== before) return
    current.value = kept
    known.value = true
  }

  /** Holds at once; where it cannot be kept for the next time, that is said. */
  async function change(wanted: Partial<Preferences>): Promise<void> {
    const next = { ...current.value, ...wanted }
    changes++
    current.value = next
    await engines.engine().prefer(next).catch(notices.report)
    others.postMessage(null)
  }

  return { current, known, change }
})

/** Until the engine has told: a page that is dark does not begin with a flash of white. */
function lastTheme(): Preferences['theme'] {
  return THEMES.find((theme) => theme === localStorage.getItem(THEME)) ?? USUAL.theme
}
