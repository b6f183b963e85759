import { computed, provide, watchEffect } from 'vue'
import { CHART_THEME } from './charts/theme.ts'
import { useAppearanceStore } from './stores/appearance.ts'

/** The page and its charts wear what the appearance says, while the calling component lives. */
export function dressPage(root: HTMLElement): void {
  const appearance = useAppearanceStore()
  provide(
    CHART_THEME,
    computed(() => appearance.theme),
  )
  watchEffect(() => {
    root.dataset['theme'] = appearance.theme.name
    root.dataset['motion'] = appearance.reducedMotion ? 'reduced' : 'full'
  })
}
