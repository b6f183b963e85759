import type { Cloud } from './clouds.ts'
import { color } from './echarts.ts'
import { drawSymbol, SYMBOL, symbolPath, TARGET, type Element, type Target } from './symbol-shapes.ts'

/** The parts of ECharts' custom series and of its painters that are used here. */
interface Api {
  coord(value: [number, number]): [number, number]
  getDevicePixelRatio(): number
  getZr(): { painter: { type: string } }
}
interface Params {
  coordSys: Area
}
interface Area {
  x: number
  y: number
  width: number
  height: number
}

/** Points that look alike. */
export interface SymbolCloud extends Pick<Cloud, 'xy'> {
  /** As ECharts names it. */
  symbol: string
  /** Width, in pixels of the page. */
  size: number
  color: string
  opacity: number
  /** What is said of a point, by its place in the cloud. Where it is absent points are not pointed at. */
  describe?: (item: number) => string
}

/** Where its points lie in the chart, x and y alternating; NaN outside the axes. */
type Placed = SymbolCloud & { places: Float64Array }
interface Point {
  cloud: Placed
  item: number
}

/**
 * Points as symbols with tooltips, as ECharts' own scatter has them, but drawn to one picture: an element of the chart for each of 5,000
 * takes ten times as long. In SVG each is an element.
 */
export function symbolSeries(clouds: readonly SymbolCloud[]) {
  let canvas: HTMLCanvasElement | null = null
  let placed: Placed[] = []
  let paint: (without: Point | null) => object = () => ({})
  let at: Point | null = null
  let front: Point | null = null

  function renderItem({ coordSys }: Params, api: Api) {
    placed = clouds.map((cloud) => ({ ...cloud, places: placesOf(cloud, coordSys, api) }))
    at = front = null
    if (api.getZr().painter.type === 'svg') return { type: 'group', children: placed.flatMap(elementsOf) }
    const picture = (canvas ??= document.createElement('canvas'))
    const ratio = api.getDevicePixelRatio()
    paint = (without) => drawAll(picture, placed, coordSys, ratio, without)
    return {
      type: 'group',
      emphasisDisabled: true,
      children: [
        { type: 'image', silent: true, z2: 100, style: paint(null) },
        { type: TARGET, invisible: true, z2: 100, shape: { target } },
        { type: SYMBOL, silent: true, invisible: true, z2: 110 },
      ],
    }
  }

  const target: Target = {
    contains(x, y) {
      at = pointAt(placed, x, y)
      return at !== null
    },
    pointed: (element) => bringToFront(element, at),
    left: (element) => bringToFront(element, null),
  }

  /** A point drawn as an element of its own, and not in the picture. */
  function bringToFront({ parent }: Element, point: Point | null): void {
    if (point?.cloud === front?.cloud && point?.item === front?.item) return
    front = point
    parent.childAt(0).attr({ style: paint(point) })
    parent
      .childAt(2)
      .attr(point === null ? { invisible: true } : { ...lookOf(point, true), invisible: false })
  }

  return {
    id: 'points',
    type: 'custom',
    data: [[0, 0]],
    dimensions: ['x', 'y'],
    renderItem,
    z: 2,
    tooltip: { formatter: () => (at === null ? '' : (at.cloud.describe?.(at.item) ?? '')) },
  }
}

function placesOf({ xy }: SymbolCloud, { x, y, width, height }: Area, api: Api): Float64Array {
  const places = new Float64Array(xy.length).fill(NaN)
  for (let i = 0; i < xy.length; i += 2) {
    const place = api.coord([xy[i] ?? NaN, xy[i + 1] ?? NaN])
    const [across, down] = [place[0] - x, place[1] - y]
    if (across >= 0 && down >= 0 && across <= width && down <= height) places.set(place, i)
  }
  return places
}

/** Under the pointer a point is larger and lighter, as ECharts has it. */
function lookOf({ cloud, item }: Point, pointed: boolean) {
  const { places, symbol, size, color: own, opacity } = cloud
  const scale = (size / 2) * (pointed ? Math.max(1.1, 6 / size) : 1)
  return {
    x: places[2 * item],
    y: places[2 * item + 1],
    scaleX: scale,
    scaleY: scale,
    shape: { symbol },
    style: { fill: pointed ? color.lift(own, -0.1) : own, opacity },
  }
}

function elementsOf(cloud: Placed): object[] {
  return Array.from({ length: cloud.places.length / 2 }, (_, item) => item)
    .filter((item) => !Number.isNaN(cloud.places[2 * item]))
    .map((item) => ({ type: SYMBOL, z2: 100, ...lookOf({ cloud, item }, false) }))
}

/** All of them on the canvas, and where that belongs: symbols reach over the edges of the axes. */
function drawAll(
  canvas: HTMLCanvasElement,
  clouds: readonly Placed[],
  area: Area,
  ratio: number,
  without: Point | null,
) {
  const margin = clouds.reduce((most, { size }) => Math.max(most, size), 0)
  const left = Math.floor((area.x - margin) * ratio)
  const top = Math.floor((area.y - margin) * ratio)
  canvas.width = Math.ceil((area.x + area.width + margin) * ratio) - left
  canvas.height = Math.ceil((area.y + area.height + margin) * ratio) - top
  const pen = canvas.getContext('2d')
  const place = { left, top, ratio }
  if (pen !== null)
    for (const cloud of clouds) draw(pen, cloud, place, without?.cloud === cloud ? without.item : null)
  return {
    image: canvas,
    x: left / ratio,
    y: top / ratio,
    width: canvas.width / ratio,
    height: canvas.height / ratio,
  }
}

function draw(
  pen: CanvasRenderingContext2D,
  cloud: Placed,
  { left, top, ratio }: { left: number; top: number; ratio: number },
  without: number | null,
): void {
  const { places, symbol, size, color: fill, opacity } = cloud
  const scale = (size / 2) * ratio
  const path = new Path2D()
  drawSymbol(path, symbol)
  pen.fillStyle = fill
  pen.globalAlpha = opacity
  for (let i = 0; i < places.length; i += 2) {
    const x = places[i] ?? NaN
    if (Number.isNaN(x) || i / 2 === without) continue
    pen.setTransform(scale, 0, 0, scale, x * ratio - left, (places[i + 1] ?? NaN) * ratio - top)
    pen.fill(path)
  }
}

/** The topmost of the points that can be pointed at. */
function pointAt(clouds: readonly Placed[], x: number, y: number): Point | null {
  for (const cloud of clouds.toReversed()) {
    if (cloud.describe === undefined) continue
    const { places, size } = cloud
    const path = symbolPath(cloud.symbol)
    for (let i = places.length - 2; i >= 0; i -= 2) {
      const [across, down] = [x - (places[i] ?? NaN), y - (places[i + 1] ?? NaN)]
      if (
        Math.abs(across) <= size &&
        Math.abs(down) <= size &&
        path.contain((2 * across) / size, (2 * down) / size)
      )
        return { cloud, item: i / 2 }
    }
  }
  return null
}
