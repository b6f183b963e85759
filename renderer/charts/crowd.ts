import { extentOf } from './extent.ts'
import { createPainting, type Painting } from './painting.ts'
import type { Crowd, Frame, Scale } from './raster.ts'

/** The parts of ECharts' custom series and of its canvas that are used here. */
interface Api {
  coord(value: [number, number]): [number, number]
  getDevicePixelRatio(): number
  getZr(): Surface
}
interface Params {
  seriesId: string
  coordSys: { x: number; y: number; width: number; height: number }
}
interface Surface {
  /** Null once the chart is gone. */
  storage: { getDisplayList(update: boolean): Shape[] } | null
}
interface Shape {
  style: { image?: unknown } | null
  attr(key: 'style', style: object): void
}

export interface CrowdStyle {
  /** Width of a point, in pixels of the page. */
  size: number
  opacity: number
}

/** From this many points on they are drawn as one picture, without tooltips. */
export const CROWD = 5_000

interface Drawn {
  painting: Painting
  /** Where the picture belongs in the axes as they are now. */
  place: () => object
}

/** By the function that draws them. */
const crowds = new WeakMap<object, Crowd>()

const drawnOn = new WeakMap<Surface, Map<string, Drawn>>()

/**
 * All points of a plot as one series, a picture. While the axes move the last picture moves with them, and the next is painted a
 * slice at a time, so that the pointer is never waited for however many points there are.
 */
export function crowdSeries(crowd: Crowd, centre: { x: number; y: number }, { size, opacity }: CrowdStyle) {
  const spans = [spanOf(crowd.x), spanOf(crowd.y)] as const

  function renderItem({ seriesId, coordSys }: Params, api: Api) {
    const drawn = drawnFor(api.getZr(), seriesId)
    const { x, y, width, height } = coordSys
    const ratio = api.getDevicePixelRatio()
    const [x0, y0] = api.coord([centre.x, centre.y])
    const [x1, y1] = api.coord([centre.x + spans[0], centre.y + spans[1]])
    const across = scaleOf(x0, x1, spans[0])
    const down = scaleOf(y0, y1, spans[1])
    drawn.place = () => placeOf(drawn.painting, across, down)
    drawn.painting.wish(crowd, {
      width: Math.max(1, Math.round(width * ratio)),
      height: Math.max(1, Math.round(height * ratio)),
      side: Math.max(1, Math.round(size * ratio)),
      x: { origin: (across.origin - x) * ratio, scale: across.scale * ratio },
      y: { origin: (down.origin - y) * ratio, scale: down.scale * ratio },
      opacity,
    } satisfies Frame)
    return { type: 'image', silent: true, style: drawn.place() }
  }

  crowds.set(renderItem, crowd)
  return {
    id: 'points',
    type: 'custom',
    data: [[centre.x, centre.y]],
    dimensions: ['x', 'y'],
    renderItem,
    clip: true,
    silent: true,
    z: 2,
  }
}

/**
 * Begins to paint the crowds of an option that a chart is about to be given, where it shows the same points in other looks: all the rest
 * of the chart need not be waited for.
 */
export function paintAhead(chart: { getZr(): object | null }, option: object): void {
  const series = 'series' in option ? option.series : undefined
  const surface = chart.getZr()
  const drawn = surface === null ? undefined : drawnOn.get(surface as Surface)
  if (drawn === undefined || !Array.isArray(series)) return
  for (const { id = '', renderItem } of series as { id?: string; renderItem?: object }[]) {
    const crowd = renderItem === undefined ? undefined : crowds.get(renderItem)
    if (crowd !== undefined) drawn.get(id)?.painting.wear(crowd)
  }
}

/** When the pictures of a chart are all painted. */
export async function crowdsPainted(chart: { getZr(): object }): Promise<void> {
  const drawn = drawnOn.get(chart.getZr() as Surface)
  await Promise.all([...(drawn?.values() ?? [])].map(({ painting }) => painting.settled()))
}

function drawnFor(surface: Surface, series: string): Drawn {
  const all = drawnOn.get(surface) ?? new Map<string, Drawn>()
  drawnOn.set(surface, all)
  const known = all.get(series)
  if (known !== undefined) return known
  const drawn: Drawn = {
    painting: createPainting(show, () => surface.storage !== null),
    place: () => ({}),
  }
  all.set(series, drawn)
  return drawn

  /* The series itself need not be drawn again, which would take as long as all of the chart. */
  function show(): void {
    const shape = surface.storage
      ?.getDisplayList(true)
      .find((each) => each.style?.image === drawn.painting.canvas)
    shape?.attr('style', drawn.place())
  }
}

function placeOf({ canvas, shows }: Painting, across: Scale, down: Scale) {
  if (shows === null) return { image: canvas, x: 0, y: 0, width: 0, height: 0 }
  const x = across.origin + across.scale * shows.left
  const y = down.origin + down.scale * shows.top
  const width = across.scale * (shows.right - shows.left)
  const height = down.scale * (shows.bottom - shows.top)
  return { image: canvas, x, y, width, height }
}

const scaleOf = (from: number, to: number, span: number): Scale => ({
  origin: from,
  scale: (to - from) / span,
})

/** A length at which the scale of an axis is measured. */
function spanOf(offsets: Float32Array): number {
  const { low, high } = extentOf(offsets)
  return Math.max(Math.abs(low), Math.abs(high)) || 1
}
