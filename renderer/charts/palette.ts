export interface ClusterStyle {
  light: string
  dark: string
  /** An ECharts symbol; `ui/ClusterMark.vue` draws the same shapes. */
  symbol: ClusterSymbol
}

export const CLUSTER_SYMBOLS = ['circle', 'triangle', 'rect', 'diamond', 'pin', 'arrow', 'roundRect'] as const
export type ClusterSymbol = (typeof CLUSTER_SYMBOLS)[number]

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

/** Colour and shape of a component. Colours repeat after eight, shapes after seven: the pair only after fifty-six. */
export function clusterStyle(component: number): ClusterStyle {
  const colour = COLOURS[component % COLOURS.length] ?? COLOURS[0]
  return { ...colour, symbol: CLUSTER_SYMBOLS[component % CLUSTER_SYMBOLS.length] ?? 'circle' }
}
