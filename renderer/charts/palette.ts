import { CLUSTER_COLOURS, NOISE_COLOUR, type Colour } from '../../contract/colours.ts'
import { NOISE } from '../../contract/noise-label.ts'

export interface ClusterStyle extends Colour {
  /** An ECharts symbol; `ui/ClusterMark.vue` draws the same shapes. */
  symbol: ClusterSymbol
}

export const CLUSTER_SYMBOLS = ['circle', 'triangle', 'rect', 'diamond', 'pin', 'arrow', 'roundRect'] as const
export type ClusterSymbol = (typeof CLUSTER_SYMBOLS)[number] | 'cross'

/** Grey, and a shape that no component has. */
const NOISE_STYLE: ClusterStyle = { ...NOISE_COLOUR, symbol: 'cross' }

const CROSS = 'path://M2 1L6 5L10 1L11 2L7 6L11 10L10 11L6 7L2 11L1 10L5 6L1 2z'

/** A symbol as ECharts knows it. */
export const echartsSymbol = (symbol: ClusterSymbol): string => (symbol === 'cross' ? CROSS : symbol)

/** Colour and shape of a component, or of the noise. Colours repeat after eight, shapes after seven: the pair only after fifty-six. */
export function clusterStyle(component: number): ClusterStyle {
  if (component === NOISE) return NOISE_STYLE
  const colour = CLUSTER_COLOURS[component % CLUSTER_COLOURS.length] ?? NOISE_COLOUR
  return { ...colour, symbol: CLUSTER_SYMBOLS[component % CLUSTER_SYMBOLS.length] ?? 'circle' }
}
