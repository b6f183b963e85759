import { NOISE } from '../../contract/noise-label.ts'
import { clusterStyle, type ClusterStyle } from './palette.ts'
import type { PointLook } from './raster.ts'
import type { ChartTheme } from './theme.ts'

/** What the colours of the points say. */
export type Colouring = { kind: 'cluster' } | ValueColouring | CategoryColouring

export interface ValueColouring {
  kind: 'value'
  /** One per point drawn, as offsets from `centre`; NaN where there is none. */
  values: Float32Array
  /** 0 where absent. */
  centre?: number
  /** Values at the ends of the colours; what lies beyond wears the colour of the end. */
  range: readonly [number, number]
  name: string
  scale: ColourScale
}

export interface CategoryColouring {
  kind: 'category'
  /** One per point drawn: an index into `names`, or beyond them where it has none. */
  codes: Uint8Array
  names: readonly string[]
  /** The number of each name, which says its colour and shape; by default its place. */
  styles?: readonly number[]
  name: string
}

export type ColourScale = 'sequential' | 'diverging'

/** The style of a component. */
export type Look = (component: number) => ClusterStyle

/** Which look each point wears; null where all wear the first. */
export interface Worn {
  of: Uint8Array | null
  looks: readonly PointLook[]
}

/** Colours from the lowest value to the highest. */
const STEPS = 64

/* Viridis (Smith & van der Walt 2015) without the end that the background swallows, high values farthest from it. */
const STOPS: Record<ColourScale, Record<ChartTheme['name'], readonly string[]>> = {
  sequential: {
    light: ['#7ad151', '#22a884', '#2a788e', '#414487', '#440154'],
    dark: ['#5a62b5', '#2f8aa3', '#22a884', '#7ad151', '#fde725'],
    'contrast-light': ['#3f8f2b', '#11756a', '#1f5f7d', '#343780', '#440154'],
    'contrast-dark': ['#7d85e0', '#46a9c4', '#2fc79d', '#8ee05f', '#fde725'],
  },
  diverging: {
    light: ['#0b4f9e', '#6f9fd0', '#b3b3b3', '#d98a68', '#a3231a'],
    dark: ['#6cb0ff', '#5b7da6', '#6b7078', '#b87a5e', '#ff9a6e'],
    'contrast-light': ['#003f8a', '#3a6ea5', '#6e6e6e', '#a8553a', '#8a1209'],
    'contrast-dark': ['#7fbaff', '#86a9d6', '#a3a8b0', '#e0a58c', '#ffab85'],
  },
}

/** The looks of the points: those of their clusters, or colours by value, of which the last one is for points without any. */
export function wornBy(colouring: Colouring, labels: Uint8Array | null, look: Look, theme: ChartTheme): Worn {
  if (colouring.kind === 'cluster') return clusterWorn(labels, look, theme)
  const plain = (color: string): PointLook => ({ color, symbol: 'circle' })
  if (colouring.kind === 'category') {
    const { codes, names, styles } = colouring
    return {
      of: codes.map((code) => Math.min(code, names.length)),
      looks: [
        ...names.map((_, code) => lookOf(clusterStyle(styles?.[code] ?? code), theme)),
        plain(theme.curve),
      ],
    }
  }
  const ramp = rampOf(colouring.scale, theme)
  return { of: stepsOf(colouring), looks: [...ramp, theme.curve].map(plain) }
}

/** The colours of a scale, from the lowest value to the highest. */
export function rampOf(scale: ColourScale, theme: ChartTheme): string[] {
  const stops = STOPS[scale][theme.name]
  return Array.from({ length: STEPS }, (_, step) => {
    const place = (step / (STEPS - 1)) * (stops.length - 1)
    const below = Math.min(stops.length - 2, Math.floor(place))
    return mix(stops[below] ?? theme.curve, stops[below + 1] ?? theme.curve, place - below)
  })
}

/** Red, green and blue of #rrggbb. */
export function channelsOf(color: string): [number, number, number] {
  const channel = (at: number) => Number.parseInt(color.slice(at, at + 2), 16)
  return [channel(1), channel(3), channel(5)]
}

/** The look of the noise comes last, where there is any. */
function clusterWorn(labels: Uint8Array | null, look: Look, theme: ChartTheme): Worn {
  if (labels === null) return { of: null, looks: [{ color: theme.curve, symbol: 'circle' }] }
  const { components, noise, of } = placesOf(labels)
  const looks = Array.from({ length: components }, (_, k) => lookOf(look(k), theme))
  return { of, looks: noise ? [...looks, lookOf(clusterStyle(NOISE), theme)] : looks }
}

/** Labels as places among the looks. */
interface Places {
  components: number
  noise: boolean
  of: Uint8Array
}

const known = new WeakMap<Uint8Array, Places>()

/** Looked for once: a plot is planned anew whenever anything about it changes. */
function placesOf(labels: Uint8Array): Places {
  const before = known.get(labels)
  if (before !== undefined) return before
  let components = 0
  let noise = false
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? 0
    if (label === NOISE) noise = true
    else if (label >= components) components = label + 1
  }
  const of = noise ? labels.map((label) => (label === NOISE ? components : label)) : labels
  const places = { components, noise, of }
  known.set(labels, places)
  return places
}

const lookOf = (style: ClusterStyle, theme: ChartTheme): PointLook => ({
  color: style[theme.name],
  symbol: style.symbol,
})

function stepsOf({ values, centre = 0, range: [low, high] }: ValueColouring): Uint8Array {
  const steps = new Uint8Array(values.length)
  const perStep = high > low ? (STEPS - 1) / (high - low) : 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN
    const step = Math.round((value - (low - centre)) * perStep)
    steps[i] = Number.isNaN(value) ? STEPS : Math.min(STEPS - 1, Math.max(0, step))
  }
  return steps
}

/** As #rrggbb: `share` of the way between two of them. */
export function mix(from: string, to: string, share: number): string {
  const end = channelsOf(to)
  const mixed = channelsOf(from).map((channel, at) =>
    Math.round(channel + share * ((end[at] ?? 0) - channel)),
  )
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
