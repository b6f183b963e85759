import { channelsOf } from './colouring.ts'
import type { ClusterSymbol } from './palette.ts'

export interface Crowd {
  /** Offsets from a centre. */
  x: Float32Array
  y: Float32Array
  /** Look of each point; null where all wear the first. */
  wears: Uint8Array | null
  looks: readonly PointLook[]
  /** 1 for every selected point: the others are painted before them, and paler. Null where nothing is selected. */
  selected: Uint8Array | null
}

export interface PointLook {
  /** As #rrggbb. */
  color: string
  symbol: ClusterSymbol
}

export interface Scale {
  origin: number
  scale: number
}

/** Where the points lie in the picture: pixel = origin + scale × offset. */
export interface Frame {
  /** In pixels of the picture, as is the side of a point. */
  width: number
  height: number
  side: number
  x: Scale
  y: Scale
  opacity: number
}

/** A picture that is painted a part at a time. */
export interface Raster {
  /** Does a part of the work; true once all of it is done. */
  advance(): boolean
  /** What is painted: RGBA, not premultiplied. */
  pixels: Uint8ClampedArray<ArrayBuffer>
}

/** How much paler points are that are not selected. */
export const PALER = 0.16

/** Points or pixels in one part of the work: a fraction of a millisecond. */
const PART = 16_384

/**
 * Points as the pixels of a picture: many times quicker than one drawing command for each. They are painted in the order of the
 * rows, so that no cluster covers another more than the data do.
 */
export function createRaster(crowd: Crowd, frame: Frame): Raster {
  const { selected, x } = crowd
  const pixels = new Uint32Array(frame.width * frame.height)
  const pass = (opacity: number, only: Only | null): [Pass, number] => [
    passOf(crowd, frame, pixels, opacity, only),
    x.length,
  ]
  const passes = [
    ...(selected === null
      ? [pass(frame.opacity, null)]
      : [
          pass(frame.opacity * PALER, { selected, which: 0 }),
          pass(Math.max(frame.opacity, 0.8), { selected, which: 1 }),
        ]),
    [(from: number, to: number) => divideByAlpha(pixels, from, to), pixels.length] as const,
  ]
  let at = 0
  let next = 0

  function advance(): boolean {
    const [run, count] = passes[at] ?? [null, 0]
    const end = Math.min(count, next + PART)
    run?.(next, end)
    next = end
    if (next === count) {
      at++
      next = 0
    }
    return at >= passes.length
  }

  return { advance, pixels: new Uint8ClampedArray(pixels.buffer) }
}

interface Only {
  selected: Uint8Array
  which: 0 | 1
}

type Pass = (from: number, to: number) => void

/* Two channels of a pixel are mixed in one 32-bit multiplication each; the pixels are premultiplied until they are handed out. */
function passOf(
  { x, y, wears, looks }: Crowd,
  { width, height, side, x: across, y: down }: Frame,
  pixels: Uint32Array,
  opacity: number,
  only: Only | null,
): Pass {
  const share = Math.round(opacity * 256)
  const rest = 256 - share
  const even = Int32Array.from(looks, ({ color }) => {
    const [red, , blue] = channelsOf(color)
    return Math.imul((blue << 16) | red, share) + 0x00800080
  })
  const odd = Int32Array.from(
    looks,
    ({ color }) => Math.imul((255 << 16) | channelsOf(color)[1], share) + 0x00800080,
  )
  const stamps = looks.map(({ symbol }) => cellsOf(symbol, side, width))
  const left = across.origin - side / 2 + 0.5
  const top = down.origin - side / 2 + 0.5
  const [perX, perY] = [across.scale, down.scale]
  const [lastColumn, lastRow] = [width - side + 1, height - side + 1]

  return (from, to) => {
    for (let i = from; i < to; i++) {
      if (only !== null && only.selected[i] !== only.which) continue
      const column = left + perX * (x[i] ?? NaN)
      const row = top + perY * (y[i] ?? NaN)
      if (!(column >= 0 && row >= 0 && column < lastColumn && row < lastRow)) continue
      const look = wears === null ? 0 : (wears[i] ?? 0)
      const stamp = stamps[look]
      if (stamp === undefined) continue
      const corner = (row | 0) * width + (column | 0)
      const [evens, odds] = [even[look] ?? 0, odd[look] ?? 0]
      for (let c = 0; c < stamp.length; c++) {
        const at = corner + (stamp[c] ?? 0)
        const under = pixels[at] ?? 0
        const first = ((Math.imul(under & 0x00ff00ff, rest) + evens) >>> 8) & 0x00ff00ff
        const second = (Math.imul((under >>> 8) & 0x00ff00ff, rest) + odds) & 0xff00ff00
        pixels[at] = first | second
      }
    }
  }
}

function divideByAlpha(pixels: Uint32Array, from: number, to: number): void {
  for (let at = from; at < to; at++) {
    const pixel = pixels[at] ?? 0
    const alpha = pixel >>> 24
    if (alpha === 0 || alpha === 255) continue
    const times = 255 / alpha
    const blue = Math.min(255, (((pixel >>> 16) & 255) * times + 0.5) | 0)
    const green = Math.min(255, (((pixel >>> 8) & 255) * times + 0.5) | 0)
    const red = Math.min(255, ((pixel & 255) * times + 0.5) | 0)
    pixels[at] = (alpha << 24) | (blue << 16) | (green << 8) | red
  }
}

/** Half the width of a cross's bars, of half its side. */
const CROSS_WIDTH = 0.35

/** Which cells of a square a symbol fills, counted from its corner; below four pixels there is no room for a shape. */
function cellsOf(symbol: ClusterSymbol, side: number, width: number): Int32Array {
  const middle = (side - 1) / 2
  const cells: number[] = []
  for (let down = 0; down < side; down++)
    for (let column = 0; column < side; column++)
      if (side < 4 || fills(symbol, Math.abs(column - middle), down, side)) cells.push(down * width + column)
  return Int32Array.from(cells)
}

/** `across` is the distance from the middle column, `down` the row from the top. */
function fills(symbol: ClusterSymbol, across: number, down: number, side: number): boolean {
  const half = side / 2
  const fromMiddle = Math.abs(down - (side - 1) / 2)
  if (symbol === 'circle' || symbol === 'pin') return Math.hypot(across, fromMiddle) <= half
  if (symbol === 'cross') return Math.abs(across - fromMiddle) <= half * CROSS_WIDTH
  if (symbol === 'diamond') return across + fromMiddle <= half
  if (symbol === 'triangle' || symbol === 'arrow') return across <= (half * (down + 1)) / side
  return true
}
