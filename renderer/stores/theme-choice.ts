import type { ThemeChoice } from '../../contract/preferences.ts'
import type { ThemeName } from '../charts/theme.ts'

/** What the system asks of every program. */
export interface SystemLook {
  dark: boolean
  /** More contrast than usual. */
  contrast: boolean
  /** All colours are the system's own. */
  forced: boolean
}

/** What the page wears: what is chosen, and the system's wishes for the rest. Forced colours leave contrast alone to choose. */
export function themeFor(choice: ThemeChoice, system: SystemLook): ThemeName {
  const contrast = choice === 'contrast' || system.forced || (choice === 'system' && system.contrast)
  const chosen = choice === 'light' || choice === 'dark' ? choice : null
  const lightness = (system.forced ? null : chosen) ?? (system.dark ? 'dark' : 'light')
  return contrast ? `contrast-${lightness}` : lightness
}
