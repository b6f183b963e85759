import type { ClusterSymbol } from './palette.ts'

export interface Crowd {
  /** Offsets from a centre. */
  x: Float32Array
  y: Float32Array
  /** Component of each point; null where all are alike and wear the first look. */
  labels: Uint8Array | null
  /** By component. */
  looks: readonly PointLook[]
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

/**
 * Points as the pixels of a picture (RGBA, not premultiplied): many times quicker than one drawing command for each. They are
 * painted in the order of the rows, so that no cluster covers another more than the data do.
 */
export function rasterise({ x, y, labels, looks }: Crowd, frame: Frame): Uint8ClampedArray<ArrayBuffer> {
  const { width, height, side, opacity } = frame
  const pixels = new Uint8ClampedArray(width * height * 4)
  const colours = Float64Array.from(looks.flatMap(({ color }) => channelsOf(color)))
  const cells = looks.map(({ symbol }) => cellsOf(symbol, side, width))
  const left = frame.x.origin - side / 2
  const top = frame.y.origin - side / 2
  for (let i = 0; i < x.length; i++) {
    const look = labels === null ? 0 : (labels[i] ?? 0)
    const column = Math.round(left + frame.x.scale * (x[i] ?? NaN))
    const row = Math.round(top + frame.y.scale * (y[i] ?? NaN))
    const inside = column >= 0 && row >= 0 && column + side <= width && row + side <= height
    const stamp = cells[look]
    if (!inside || stamp === undefined) continue
    const corner = row * width + column
    for (let c = 0; c < stamp.length; c++) {
      const at = (corner + (stamp[c] ?? 0)) * 4
      const under = ((pixels[at + 3] ?? 0) / 255) * (1 - opacity)
      const alpha = opacity + under
      for (let channel = 0; channel < 3; channel++) {
        const over = (colours[look * 3 + channel] ?? 0) * opacity
        pixels[at + channel] = (over + (pixels[at + channel] ?? 0) * under) / alpha
      }
      pixels[at + 3] = alpha * 255
    }
  }
  return pixels
}

const channelsOf = (color: string) => [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))

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
  if (symbol === 'diamond') return across + fromMiddle <= half
  if (symbol === 'triangle' || symbol === 'arrow') return across <= (half * (down + 1)) / side
  return true
}
