import { defineStore } from 'pinia'
import { computed } from 'vue'
import { CHART_THEMES } from '../charts/theme.ts'
import { useMedia } from './media.ts'
import { usePreferencesStore } from './preferences.ts'
import { themeFor } from './theme-choice.ts'

/** How the page looks and moves: what the person prefers, then what the system asks for. */
export const useAppearanceStore = defineStore('appearance', () => {
  const preferences = usePreferencesStore()
  const dark = useMedia('(prefers-color-scheme: dark)')
  const contrast = useMedia('(prefers-contrast: more)')
  const forced = useMedia('(forced-colors: active)')
  const still = useMedia('(prefers-reduced-motion: reduce)')

  const theme = computed(() => {
    const system = { dark: dark.value, contrast: contrast.value, forced: forced.value }
    return CHART_THEMES[themeFor(preferences.current.theme, system)]
  })
  const reducedMotion = computed(() => preferences.current.reducedMotion || still.value)

  return { theme, reducedMotion }
})
