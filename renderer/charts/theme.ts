import { inject, shallowRef, type InjectionKey, type Ref } from 'vue'
import type { Colour } from '../../contract/colours.ts'

/** Light and dark, and both once more for whoever needs all contrast there is. */
export type ThemeName = keyof Colour

/** Colours of the charts; the rest of the page has the same ones in theme.css. */
export interface ChartTheme {
  name: ThemeName
  background: string
  text: string
  muted: string
  hairline: string
  accent: string
  curve: string
  danger: string
  /** How many times as thick as usual lines are that stand for data. */
  thickness: number
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
  thickness: 1,
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
  thickness: 1,
}

const CONTRAST_LIGHT: ChartTheme = {
  name: 'contrast-light',
  background: '#ffffff',
  text: '#000000',
  muted: '#2f343b',
  hairline: '#8a8f96',
  accent: '#00408f',
  curve: '#4a5361',
  danger: '#8f0e0e',
  thickness: 1.6,
}

const CONTRAST_DARK: ChartTheme = {
  name: 'contrast-dark',
  background: '#000000',
  text: '#ffffff',
  muted: '#d3d8df',
  hairline: '#767c85',
  accent: '#6cc0ff',
  curve: '#b4bcc8',
  danger: '#ffa8a0',
  thickness: 1.6,
}

export const CHART_THEMES: Readonly<Record<ThemeName, ChartTheme>> = {
  light: LIGHT,
  dark: DARK,
  'contrast-light': CONTRAST_LIGHT,
  'contrast-dark': CONTRAST_DARK,
}

/** What the page wears; light where nobody says. */
export const CHART_THEME: InjectionKey<Readonly<Ref<ChartTheme>>> = Symbol('chart theme')

/** The theme that the calling component is to be drawn in. */
export function useChartTheme(): Readonly<Ref<ChartTheme>> {
  return inject(CHART_THEME, () => shallowRef(LIGHT), true)
}
