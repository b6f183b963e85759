import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'

/** Colours of the charts; the rest of the page has the same ones in theme.css. */
export interface ChartTheme {
  name: 'light' | 'dark'
  background: string
  text: string
  muted: string
  hairline: string
  accent: string
  curve: string
  danger: string
}

export const LIGHT: ChartTheme = {
  name: 'light',
  background: '#ffffff',
  text: '#1d2129',
  muted: '#5c6470',
  hairline: '#e3e6ea',
  accent: '#0b62c4',
  curve: '#7d8ba0',
  danger: '#b3261e',
}

export const DARK: ChartTheme = {
  name: 'dark',
  background: '#16181c',
  text: '#e6e9ee',
  muted: '#9aa4b2',
  hairline: '#2c3038',
  accent: '#5aa9ff',
  curve: '#7f8da3',
  danger: '#ff8a80',
}

const DARK_QUERY = '(prefers-color-scheme: dark)'

/** The theme that the system asks for, followed while the calling scope lives. */
export function useChartTheme(): Readonly<ShallowRef<ChartTheme>> {
  const query = window.matchMedia(DARK_QUERY)
  const theme = shallowRef(query.matches ? DARK : LIGHT)
  const follow = () => {
    theme.value = query.matches ? DARK : LIGHT
  }
  query.addEventListener('change', follow)
  onScopeDispose(() => query.removeEventListener('change', follow))
  return theme
}
