import type { symbolSeries } from './symbols.ts'
import type { Target } from './symbol-shapes.ts'

/** What a point looks like. */
export interface Drawn {
  x: number
  y: number
  symbol: string
  color: string
  opacity: number
}

interface Item {
  type: string
  x: number
  y: number
  shape?: { symbol?: string; target?: Target }
  style: { fill: string; opacity: number }
}
type Series = ReturnType<typeof symbolSeries>

const area = { x: -1e12, y: -1e12, width: 2e12, height: 2e12 }
const apiOf = (type: 'svg' | 'canvas') => ({
  coord: (value: [number, number]): [number, number] => value,
  getDevicePixelRatio: () => 1,
  getZr: () => ({ painter: { type } }),
})

/** The symbols of a series on axes whose values are pixels, as SVG has them. */
export function drawnBy(series: object): Drawn[] {
  const { children } = (series as Series).renderItem({ coordSys: area }, apiOf('svg')) as { children: Item[] }
  return children.map(({ x, y, shape, style: { fill, opacity } }) => ({
    x,
    y,
    symbol: shape?.symbol ?? '',
    color: fill,
    opacity,
  }))
}

/** What is said where the pointer is; null where it is at no point. There need be no canvas to draw on. */
export function saidAt(series: object, x: number, y: number, coordSys = area): string | null {
  const { renderItem, tooltip } = series as Series
  const { children } = renderItem({ coordSys }, apiOf('canvas')) as unknown as { children: Item[] }
  const target = children.find(({ shape }) => shape?.target !== undefined)?.shape?.target
  return target?.contains(x, y) === true ? tooltip.formatter() : null
}
