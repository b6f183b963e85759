import { NOISE } from '../../contract/noise-label.ts'

export interface ClusterStyle {
  light: string
  dark: string
  /** An ECharts symbol; `ui/ClusterMark.vue` draws the same shapes. */
  symbol: ClusterSymbol
}

export const CLUSTER_SYMBOLS = ['circle', 'triangle', 'rect', 'diamond', 'pin', 'arrow', 'roundRect'] as const
export type ClusterSymbol = (typeof CLUSTER_SYMBOLS)[number] | 'cross'

/* After Okabe & Ito 2008, reordered, and lightened for dark backgrounds; yellow is darkened on light ones. */
const COLOURS = [
  { light: '#0072b2', dark: '#4ba6e6' },
  { light: '#d55e00', dark: '#ff8a47' },
  { light: '#009e73', dark: '#2dc99c' },
  { light: '#c2579b', dark: '#e89bca' },
  { light: '#a88300', dark: '#e8c940' },
  { light: '#56b4e9', dark: '#a5dcff' },
  { light: '#6a4fb3', dark: '#ab92ee' },
  { light: '#6f6f6f', dark: '#bdbdbd' },
] as const

/** Grey, and a shape that no component has. */
const NOISE_STYLE: ClusterStyle = { light: '#8a8a8a', dark: '#989ca3', symbol: 'cross' }

const CROSS = 'path://M2 1L6 5L10 1L11 2L7 6L11 10L10 11L6 7L2 11L1 10L5 6L1 2z'

/** A symbol as ECharts knows it. */
export const echartsSymbol = (symbol: ClusterSymbol): string => (symbol === 'cross' ? CROSS : symbol)

/** Colour and shape of a component, or of the noise. Colours repeat after eight, shapes after seven: the pair only after fifty-six. */
export function clusterStyle(component: number): ClusterStyle {
  if (component === NOISE) return NOISE_STYLE
  const colour = COLOURS[component % COLOURS.length] ?? COLOURS[0]
  return { ...colour, symbol: CLUSTER_SYMBOLS[component % CLUSTER_SYMBOLS.length] ?? 'circle' }
}
